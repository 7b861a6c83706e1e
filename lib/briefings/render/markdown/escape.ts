const CONTROLS_AND_BREAKS = /[\p{Cc}\u2028\u2029]+/gu
/** What begins emphasis, code, links, images, HTML, entities, tables, struck out text, formulas, and footnotes anywhere in a line. */
const SPECIAL = /[\\`*_[\]<>|~&$#!^]/g
/** `http:`, `mailto:`, `:name:`: what programs make links and pictures of by themselves. */
const COLON = /:(?=[^\s\d])/g
const WWW = /www\./gi
/** What makes a heading, a list, a quotation, or a rule at the begin of a line. */
const LINE_BEGIN = /^([-+=:]|\d{1,9}(?=[.)]))/

/**
 * Text as it is, for anywhere inside of a line of Markdown: whatever it holds, it stays one line of text. Invisible controls and breaks
 * become spaces.
 */
export const escapeText = (text: string): string =>
  text
    .replace(CONTROLS_AND_BREAKS, ' ')
    .replace(SPECIAL, '\\$&')
    .replace(COLON, '\\:')
    .replace(WWW, (found) => `${found.slice(0, -1)}\\.`)
    .replaceAll('@', '\\@')

/** A line that is escaped already, so that its begin makes nothing but a paragraph of it; not a footnote's text either. */
export const lineOf = (line: string): string =>
  line
    .trim()
    .replace(LINE_BEGIN, (begin) => (/^\d/.test(begin) ? `${begin}\\` : `\\${begin}`))
    .replace(/^(\[\^\d+\]):/, '$1\\:')

/** A cell of a table: a bar inside would end it, in whatever way it is escaped by a backslash in some programs. */
export const cellOf = (line: string): string => line.replaceAll('\\|', '&#124;').trim()

const CAN_BE_BOLD = /^[\p{L}\p{N}](.*[\p{L}\p{N}:.])?$/u

/** In bold where the ends of the text allow that; else as it is. Takes what is escaped already. */
export const boldOf = (text: string): string => (CAN_BE_BOLD.test(text) ? `**${text}**` : text)
