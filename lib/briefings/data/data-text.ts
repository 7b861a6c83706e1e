import { cleanText } from '@/lib/briefings/text/clean'

/**
 * Text that somebody typed, for a cell: well-formed, without controls and marks that turn the direction of what follows, which no
 * reader of XML takes and which would turn the rest of a line around. Its lines stay lines.
 */
export const dataText = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .join('\n')

/** With which a spreadsheet takes text for a formula; the full-width ones it may turn into the others. */
const RUNS = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** Text that no spreadsheet runs: an apostrophe before what would begin a formula, as CSV has it (csv-stringify's `escape_formulas`). */
export const guardedText = (text: string): string => (RUNS.test(text) ? `'${text}` : text)
