import { scoreText } from '@/lib/briefings/charts/words'
import type {
  Block,
  BriefingDocument,
  DocumentNote,
  DocumentPicture,
  DocumentSection,
  DocumentTable,
  KeyFigure,
  Run,
  Sentence,
} from '@/lib/briefings/model/document'
import { webAddress } from '@/lib/briefings/render/web-address'
import { PACKS } from '@/lib/briefings/text/writer'
import { isCovered } from '@/lib/charts/points'
import { weekIdOf } from '@/lib/core/calendar'
import { boldOf, cellOf, escapeText, lineOf } from './escape'

type Align = 'left' | 'right'

/** The parts of a document as Markdown: each block a stretch of lines, without an empty line at its ends. */
export class MarkdownText {
  readonly #hasNotes: boolean

  constructor(readonly document: BriefingDocument) {
    this.#hasNotes = document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'notes'))
  }

  /** A part with its heading; '' where it holds nothing but the sources, which stand at the end. */
  section({ title, level, blocks }: DocumentSection): string {
    const inner = blocks.map((block) => this.#block(block)).filter((text) => text !== '')
    return inner.length === 0 ? '' : [`${'#'.repeat(level + 1)} ${escapeText(title)}`, ...inner].join('\n\n')
  }

  /** The sources as footnotes under their heading: programs show them at the end of the text. */
  sources(): string {
    const { notes, words } = this.document
    if (!this.#hasNotes || notes.length === 0) return ''
    return [`## ${escapeText(words.sources)}`, ...notes.map(noteText)].join('\n\n')
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'lead':
        return lineOf(this.#sentences(block.sentences))
      case 'paragraph':
        return lineOf(this.#sentences(block.sentences))
      case 'list':
        return block.items
          .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${lineOf(this.#sentences(item))}`)
          .join('\n')
      case 'figures':
        return block.items.map((item) => this.#figure(item)).join('\n')
      case 'table':
        return this.#table(block.table)
      case 'chart':
        return this.#picture(block.picture)
      case 'notes':
        return ''
    }
  }

  #runs(runs: readonly Run[]): string {
    return runs.map((run) => this.#run(run)).join('')
  }

  #run({ text, note, strong }: Run): string {
    const escaped = escapeText(text)
    if (note !== undefined) return this.#hasNotes ? `[^${note}]` : `\\[${escaped}\\]`
    return strong ? boldOf(escaped) : escaped
  }

  #sentences(sentences: readonly Sentence[]): string {
    return sentences.map((sentence) => this.#sentence(sentence)).join(' ')
  }

  #sentence({ runs, by }: Sentence): string {
    const text = this.#runs(runs)
    if (by.kind === 'rules') return text
    return `${text} \\[${escapeText(this.document.words.editedBy)} ${escapeText(by.name)}\\]`
  }

  #figure({ label, value, note }: KeyFigure): string {
    const below = note.length > 0 ? ` (${this.#runs(note)})` : ''
    return `- ${lineOf(`${boldOf(`${escapeText(label)}:`)} ${this.#runs(value)}${below}`)}`
  }

  #table({ caption, columns, rows }: DocumentTable): string {
    const head = columns.map(({ label }) => escapeText(label))
    const aligns = columns.map(({ align }) => align)
    const body = rows.map((row) => row.map(({ runs }) => this.#runs(runs)))
    return `${lineOf(boldOf(escapeText(caption)))}\n\n${tableText(head, aligns, body)}`
  }

  /** A chart in words, and the closes that it draws where it is a line of closes. */
  #picture({ title, reading, alt, source, chart }: DocumentPicture): string {
    const { words } = this.document
    const said = [reading, alt].filter((text) => text !== '').map(escapeText)
    const line = `${boldOf(escapeText(`${words.chart}: ${title}.`))} ${said.join(' ')} (${escapeText(source)})`
    return chart.kind === 'trend' ? `${lineOf(line)}\n\n${this.#closes(chart)}` : lineOf(line)
  }

  #closes({ model, words }: Extract<DocumentPicture['chart'], { kind: 'trend' }>): string {
    const { labels, bands } = PACKS[this.document.language]
    const names: Readonly<Record<string, string>> = bands
    const body = model.points.map((point) => {
      const week = weekIdOf(point.weekStart)
      if (!isCovered(point)) return [week, escapeText(words.notChecked), '', '']
      const { interval } = point
      const span = interval ? `${scoreText(interval.low, words)} – ${scoreText(interval.high, words)}` : ''
      return [week, scoreText(point.score, words), escapeText(names[point.band] ?? point.band), span]
    })
    const head = [labels.date, labels.close, labels.band, labels.interval].map(escapeText)
    return tableText(head, ['left', 'right', 'left', 'right'], body)
  }
}

/** A table of cells that are escaped already. */
function tableText(head: readonly string[], aligns: readonly Align[], body: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`
  const rules = aligns.map((align) => (align === 'right' ? '---:' : ':---'))
  return [row(head), `| ${rules.join(' | ')} |`, ...body.map(row)].join('\n')
}

function noteText({ number, outlet, date, url, quote, reliability }: DocumentNote): string {
  const address = webAddress(url)
  const parts = [
    `${lineOf(escapeText([outlet, date].filter((text) => text !== '').join(', ')))} (${escapeText(reliability)}).`,
    quote === '' ? '' : `“${escapeText(quote)}”`,
    // Between the two signs an address ends at a space or one of them, which `webAddress` has written otherwise.
    address ? `<${address}>` : escapeText(url ?? ''),
  ]
  return `[^${number}]: ${parts.filter((part) => part !== '').join(' ')}`
}
