import { chartScene } from '@/lib/briefings/charts/chart-scene'
import { escapeXml, sceneSvg } from '@/lib/briefings/charts/svg'
import type {
  Block,
  DocumentNote,
  DocumentPicture,
  DocumentSection,
  DocumentTable,
  KeyFigure,
  Run,
  TableCell,
} from '@/lib/briefings/model/document'
import { webAddress } from '@/lib/briefings/render/web-address'
import type { HtmlText } from './runs'

/** Of a chart, in pixels: from margin to margin of an A4 sheet. */
const CHART_WIDTH = 642

const bandClass = (band: string | null | undefined): string =>
  band ? ` class="band" data-band="${escapeXml(band)}"` : ''

/** A stretch that may be wider than a narrow window scrolls by itself, also by keyboard. */
const wide = (label: string, inner: string): string =>
  `<div class="wide" role="group" tabindex="0" aria-label="${escapeXml(label)}">${inner}</div>`

function figuresHtml(text: HtmlText, items: readonly KeyFigure[]): string {
  const cells = items.map(({ label, value, note, band }) => {
    const below = note.length > 0 ? `<dd class="note">${text.runs(note)}</dd>` : ''
    return `<div${bandClass(band)}><dt>${escapeXml(label)}</dt><dd class="value">${text.runs(value)}</dd>${below}</div>`
  })
  return `<dl class="figures">${cells.join('')}</dl>`
}

const classOf = (names: readonly string[]): string => {
  const given = names.filter((name) => name !== '').join(' ')
  return given === '' ? '' : ` class="${given}"`
}

/** Longer than any word or code of the documents' own. */
const LONG_WORD = /\S{25}/

const hasLongWord = (runs: readonly Run[]): boolean => LONG_WORD.test(runs.map(({ text }) => text).join(''))

function tableHtml(text: HtmlText, { caption, columns, rows }: DocumentTable): string {
  const widths = columns.map(({ width }) => `<col style="width:${Math.round(width * 1000) / 10}%">`).join('')
  const head = columns
    .map(({ label, align }) => `<th scope="col"${classOf([align === 'right' ? 'right' : ''])}>${escapeXml(label)}</th>`)
    .join('')
  const cell = ({ runs, band }: TableCell, index: number) => {
    const inner = band ? `<span${bandClass(band)}>${text.runs(runs)}</span>` : text.runs(runs)
    const look = classOf([columns[index]?.align === 'right' ? 'right' : '', hasLongWord(runs) ? 'long' : ''])
    return index === 0 ? `<th scope="row"${look}>${inner}</th>` : `<td${look}>${inner}</td>`
  }
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  const table = `<table><caption>${escapeXml(caption)}</caption><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`
  return wide(caption, table)
}

function pictureHtml({ id, title, reading, alt, source, chart }: DocumentPicture): string {
  const svg = sceneSvg(chartScene(chart, { width: CHART_WIDTH }), { title, alt, idPrefix: `chart-${id}` })
  const said = reading === '' ? '' : ` <span class="reading">${escapeXml(reading)}</span>`
  const head = `<figcaption><strong>${escapeXml(title)}</strong>${said}</figcaption>`
  return `<figure>${head}${wide(title, svg)}<p class="source">${escapeXml(source)}</p></figure>`
}

function noteHtml(text: HtmlText, { number, outlet, date, url, quote, reliability }: DocumentNote): string {
  const address = webAddress(url)
  const link = address
    ? `<a href="${escapeXml(address)}" rel="noreferrer">${escapeXml(url ?? '')}</a>`
    : `<bdi>${escapeXml(url ?? '')}</bdi>`
  const parts = [
    `<bdi>${escapeXml(outlet)}</bdi>${date === '' ? '' : `, <bdi>${escapeXml(date)}</bdi>`} (${escapeXml(reliability)}).`,
    quote === '' ? '' : `<q><bdi>${escapeXml(quote)}</bdi></q>`,
    url === null ? '' : link,
    text.isNamed(number)
      ? `<a class="back" href="#ref-${number}" aria-label="↩ ${escapeXml(text.document.words.note)} ${number}">↩</a>`
      : '',
  ]
  return `<li id="note-${number}" value="${number}">${parts.filter((part) => part !== '').join(' ')}</li>`
}

function blockHtml(text: HtmlText, block: Block): string {
  switch (block.kind) {
    case 'lead':
      return `<p class="lead">${text.sentences(block.sentences)}</p>`
    case 'paragraph':
      return block.sentences.length === 0 ? '' : `<p>${text.sentences(block.sentences)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      const items = block.items.map((item) => `<li>${text.sentences(item)}</li>`).join('\n')
      return `<${tag}>\n${items}\n</${tag}>`
    }
    case 'figures':
      return figuresHtml(text, block.items)
    case 'table':
      return tableHtml(text, block.table)
    case 'chart':
      return pictureHtml(block.picture)
    case 'notes': {
      const { notes } = text.document
      return notes.length === 0
        ? ''
        : `<ol class="notes">\n${notes.map((note) => noteHtml(text, note)).join('\n')}\n</ol>`
    }
  }
}

/** A part of a document with its heading; the title of the whole is the first level. */
export function sectionHtml(text: HtmlText, { id, key, title, level, blocks }: DocumentSection): string {
  const heading = `<h${level + 1}>${escapeXml(title)}</h${level + 1}>`
  const inner = blocks.map((block) => blockHtml(text, block)).filter((html) => html !== '')
  return `<section id="${escapeXml(id)}" class="level-${level}" data-section="${escapeXml(key)}">\n${[heading, ...inner].join('\n')}\n</section>`
}
