import { INTER_WIDTHS } from './inter-widths'

export type Weight = 400 | 600

/** Of a character that is not in the tables: narrow enough for most alphabets. */
const UNKNOWN = 620
/** The same for East Asian scripts and pictures, which are as wide as they are high. */
const FULL = 1040
const FIRST_FULL = 0x1100
const PUNCTUATION = { from: 0x2000, to: 0x2fff }

function charWidth(code: number, weight: Weight): number {
  for (const { from, widths } of INTER_WIDTHS[weight]) {
    if (code >= from && code < from + widths.length) return widths[code - from]
  }
  const isFull = code >= FIRST_FULL && !(code >= PUNCTUATION.from && code <= PUNCTUATION.to)
  return isFull ? FULL : UNKNOWN
}

/** How wide a text is drawn in Inter, in pixels; pairs of letters that move together are not counted, so it is rather too much. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let sum = 0
  for (const char of text) sum += charWidth(char.codePointAt(0) ?? 0, weight)
  return (sum * size) / 1000
}

const ELLIPSIS = '…'
/** Characters that are looked at: nothing drawn in a chart is wider. */
const MOST_CHARS = 400

/** A text that is no wider than `most` pixels: where it is longer, it ends in an ellipsis, at a word if one ends not too early. */
export function fitText(text: string, most: number, size: number, weight: Weight = 400): string {
  const head = text.length > MOST_CHARS ? text.slice(0, MOST_CHARS) : text
  if (head === text && textWidth(text, size, weight) <= most) return text
  const room = most - textWidth(ELLIPSIS, size, weight)
  let [kept, width] = ['', 0]
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(head)) {
    width += textWidth(segment, size, weight)
    if (width > room) break
    kept += segment
  }
  const space = kept.lastIndexOf(' ')
  const cut = space > kept.length * 0.6 ? kept.slice(0, space) : kept
  return `${cut.replace(/[\s,;:.–-]+$/u, '')}${ELLIPSIS}`
}
