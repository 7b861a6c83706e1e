import { escapeXml } from '@/lib/briefings/charts/svg'
import type { BriefingDocument, Run, Sentence } from '@/lib/briefings/model/document'

/** What the text of a document needs to know of the whole. */
export class HtmlText {
  /** Notes that have been named: the first place is where a note leads back to. */
  readonly #named = new Set<number>()
  readonly #hasNotes: boolean

  constructor(
    readonly document: BriefingDocument,
    readonly editable: boolean,
  ) {
    this.#hasNotes = document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'notes'))
  }

  runs(runs: readonly Run[]): string {
    return runs
      .map((run, index) => {
        const isNext = run.note !== undefined && runs[index - 1]?.note !== undefined
        return `${isNext ? '<sup>, </sup>' : ''}${this.#run(run)}`
      })
      .join('')
  }

  /** A sentence as an element of its own, with what it rests on. */
  sentence({ key, runs, figures, incidents, by }: Sentence): string {
    const data = [
      ` data-key="${escapeXml(key)}"`,
      figures.length > 0 ? ` data-figures="${escapeXml(figures.join(' '))}"` : '',
      incidents.length > 0 ? ` data-incidents="${escapeXml(incidents.join(' '))}"` : '',
      by.kind === 'edited' ? ' data-by="edited"' : '',
      by.kind === 'edited' && by.unmatched.length > 0 ? ` data-unmatched="${escapeXml(by.unmatched.join(' '))}"` : '',
      this.editable ? ' tabindex="0"' : '',
    ]
    const text = `<span${data.join('')}>${this.runs(runs)}</span>`
    if (by.kind === 'rules') return text
    return `${text} <small class="by">[${escapeXml(this.document.words.editedBy)} <bdi>${escapeXml(by.name)}</bdi>]</small>`
  }

  sentences(sentences: readonly Sentence[]): string {
    return sentences.map((one) => this.sentence(one)).join(' ')
  }

  #run(run: Run): string {
    const text = escapeXml(run.text)
    if (run.note !== undefined) return this.#note(run.note, text)
    // Typed text may run from right to left: it must not turn what stands around it.
    const isTyped = run.typed || run.incident !== undefined
    const data = [
      run.figure === undefined ? '' : ` data-figure="${escapeXml(run.figure)}"`,
      run.incident === undefined ? '' : ` data-incident="${escapeXml(run.incident)}"`,
    ].join('')
    const inner = run.strong ? `<strong>${text}</strong>` : text
    if (isTyped) return `<bdi${data}>${inner}</bdi>`
    return data === '' ? inner : `<span${data}>${inner}</span>`
  }

  #note(number: number, text: string): string {
    if (!this.#hasNotes) return `<sup>${text}</sup>`
    const id = this.#named.has(number) ? '' : ` id="ref-${number}"`
    this.#named.add(number)
    return `<sup><a href="#note-${number}"${id}>${text}</a></sup>`
  }

  /** Whether any text has named a note, so that there is a place to lead back to. */
  isNamed(number: number): boolean {
    return this.#named.has(number)
  }
}
