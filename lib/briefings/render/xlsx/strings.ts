import { guardedText } from '@/lib/briefings/data/data-text'

/** What a cell can hold, in UTF-16 units. */
export const LONGEST_TEXT = 32_767
const CUT = '… [cut: the data package has all of it]'

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // A spreadsheet reads `_x000D_` as the character of that code, so one that was typed has to be written so itself.
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** Text as long as a cell may be; what is cut says so. */
function fitting(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const kept = text.slice(0, LONGEST_TEXT - CUT.length)
  // No half of a character stays behind.
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}${CUT}`
}

/**
 * The texts of a workbook, each once. The library is given names of them (`s12`) and this writes the part that holds the texts: the
 * library keeps them in an object by their own text, in which `constructor` and `__proto__` are there before anybody typed them, and it
 * drops characters that XML can hold.
 *
 * A cell of this kind is text and never runs as a formula. Text that would run elsewhere still gets the apostrophe that it has in CSV
 * files: whoever saves a sheet as CSV, or pastes it, would set it free. It stands before `=`, `+`, `-`, `@` and their full-width
 * twins only; a true minus, as in “−4”, is no such sign.
 */
export class WorkbookStrings {
  readonly #texts: string[] = []
  readonly #places = new Map<string, number>()

  /** The name of a text in this workbook. */
  nameOf(text: string): string {
    const own = fitting(guardedText(text))
    const known = this.#places.get(own)
    if (known !== undefined) return `s${known}`
    this.#texts.push(own)
    this.#places.set(own, this.#texts.length - 1)
    return `s${this.#texts.length - 1}`
  }

  /** The part `xl/sharedStrings.xml` as the library wrote it, with the texts in the place of their names. */
  xmlOf(written: string): string {
    const item = (_: string, place: string) => `<t xml:space="preserve">${escaped(this.#texts[Number(place)])}</t>`
    return written.replaceAll(/<t>s(\d+)<\/t>/g, item)
  }
}
