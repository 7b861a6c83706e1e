import { type Fonts, type Shaped, settable, type TextStyle } from './fonts'

/** Where a stretch of text leads. */
export type Target =
  | { kind: 'note'; number: number }
  | { kind: 'place'; name: string; contents: string }
  | { kind: 'address'; address: string; contents: string }

/** A stretch of text in one look. */
export interface Piece {
  text: string
  style: TextStyle
  target?: Target
}

/** A stretch on a line; points from the line's left. */
export interface Span {
  x: number
  width: number
  style: TextStyle
  shaped: Shaped
  target?: Target
}

export interface Line {
  spans: Span[]
  /** Without a space at its end. */
  width: number
}

/** What stands together on a line: a word, and the space behind it. */
interface Word {
  parts: Piece[]
  width: number
  /** Width of its space. */
  space: number
  rightToLeft: boolean
}

/** Characters of a word that is set in one go: longer ones are cut, so that no cost grows faster than the text. */
const SLICE = 40
/** A word with what may stand behind it on its line; addresses may be broken after their signs, and no line begins with a dash. */
const WORDS = /(?:[^ ]| (?=[–—]))*?(?:[/?&=–—-]+(?=[^ ])| (?![–—])|$)/g
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/** Breaks text into lines of at most `width` points. A word that is wider than a line is broken anywhere. O(text). */
export function breakLines(fonts: Fonts, pieces: readonly Piece[], width: number): Line[] {
  const lines: Line[] = []
  let words: Word[] = []
  let used = 0
  const flush = () => {
    if (words.length > 0) lines.push(lineOf(fonts, words))
    words = []
    used = 0
  }
  for (const word of wordsOf(fonts, pieces)) {
    if (used > 0 && used + word.width > width) flush()
    for (const part of word.width > width ? broken(fonts, word, width) : [word]) {
      if (used > 0 && used + part.width > width) flush()
      words.push(part)
      used += part.width + part.space
    }
  }
  flush()
  return lines
}

/** One line of at most `width` points; what is left out shows as “…”. */
export function fitLine(fonts: Fonts, { text, style }: Piece, width: number): Line {
  const [whole = { spans: [], width: 0 }, more] = breakLines(fonts, [{ text, style }], width)
  if (!more) return whole
  const room = width - fonts.widthOf('…', style)
  let kept = ''
  let used = 0
  for (const character of settable(text)) {
    used += fonts.widthOf(character, style)
    if (used > room) break
    kept += character
  }
  return breakLines(fonts, [{ text: `${kept.trimEnd()}…`, style }], width + style.size)[0]
}

/** At most so many lines of `width` points; what is left out shows as “…”. */
export function fitLines(fonts: Fonts, { text, style }: Piece, width: number, most: number): Line[] {
  const whole = breakLines(fonts, [{ text, style }], width)
  if (whole.length <= most) return whole
  const characters = Array.from(settable(text))
  const cut = (kept: number) => breakLines(fonts, [{ text: `${characters.slice(0, kept).join('')}…`, style }], width)
  let [fits, tooLong] = [0, characters.length]
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2)
    if (cut(middle).length <= most) fits = middle
    else tooLong = middle
  }
  return cut(fits)
}

function* wordsOf(fonts: Fonts, pieces: readonly Piece[]): Generator<Word> {
  let parts: Piece[] = []
  for (const piece of pieces) {
    for (const [text] of settable(piece.text).matchAll(WORDS)) {
      if (text === '') continue
      for (const slice of slicesOf(text)) parts.push({ ...piece, text: slice })
      if (!/[ /?&=–—-]$/.test(text)) continue
      yield wordOf(fonts, parts)
      parts = []
    }
  }
  if (parts.length > 0) yield wordOf(fonts, parts)
}

function slicesOf(text: string): string[] {
  if (text.length <= SLICE) return [text]
  const characters = Array.from(text)
  const slices: string[] = []
  for (let from = 0; from < characters.length; from += SLICE) slices.push(characters.slice(from, from + SLICE).join(''))
  return slices
}

function wordOf(fonts: Fonts, parts: Piece[]): Word {
  const last = parts[parts.length - 1]
  const spaces = last.text.length - last.text.trimEnd().length
  const space = spaces > 0 ? fonts.widthOf(' '.repeat(spaces), last.style) : 0
  const whole = parts.reduce((sum, { text, style }) => sum + fonts.widthOf(text, style), 0)
  return { parts, width: whole - space, space, rightToLeft: parts.some(({ text }) => RIGHT_TO_LEFT.test(text)) }
}

/** A word in parts that each fit a line. */
function* broken(fonts: Fonts, word: Word, width: number): Generator<Word> {
  let parts: Piece[] = []
  let used = 0
  for (const piece of word.parts) {
    let text = ''
    const advances = fonts.shape(piece.text, piece.style).settings.flatMap((setting) => setting.advances)
    for (const [index, character] of Array.from(piece.text).entries()) {
      const advance = advances[index] * piece.style.size
      if (used > 0 && used + advance > width && character !== ' ') {
        if (text) parts.push({ ...piece, text })
        yield wordOf(fonts, parts)
        parts = []
        text = ''
        used = 0
      }
      text += character
      used += advance
    }
    if (text) parts.push({ ...piece, text })
  }
  if (parts.length > 0) yield wordOf(fonts, parts)
}

/** Words that run from right to left stand in the other order; each of them is set so by its face. */
function inOrderSeen(words: readonly Word[]): Word[] {
  const seen: Word[] = []
  let run: Word[] = []
  for (const word of words) {
    if (word.rightToLeft) run.unshift(word)
    else {
      seen.push(...run, word)
      run = []
    }
  }
  return [...seen, ...run]
}

const isSame = (a: Piece, b: Piece) => a.style === b.style && a.target === b.target

function lineOf(fonts: Fonts, words: readonly Word[]): Line {
  const pieces = inOrderSeen(words).flatMap(({ parts }) => parts)
  const spans: Span[] = []
  let x = 0
  for (let index = 0; index < pieces.length; ) {
    const from = pieces[index]
    const run: Shaped[] = []
    for (; index < pieces.length && isSame(from, pieces[index]); index++)
      run.push(fonts.shape(pieces[index].text, from.style))
    const shaped = joined(run)
    const width = shaped.width * from.style.size
    spans.push({ x, width, style: from.style, shaped, target: from.target })
    x += width
  }
  return { spans, width: x - (words.at(-1)?.space ?? 0) }
}

/** Settings in the same face as one. */
function joined(run: readonly Shaped[]): Shaped {
  const settings = run.flatMap(({ settings }) => settings)
  const together: (typeof settings)[number][] = []
  for (const one of settings) {
    const last = together.at(-1)
    if (last?.face === one.face)
      together[together.length - 1] = {
        face: one.face,
        operands: `${last.operands} ${one.operands}`,
        width: last.width + one.width,
        advances: [...last.advances, ...one.advances],
      }
    else together.push(one)
  }
  return { settings: together, width: settings.reduce((sum, { width }) => sum + width, 0) }
}
