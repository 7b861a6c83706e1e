import type { FontkitFont, FontkitGlyph } from './pdfkit-parts'

/** A glyph to be drawn, with the character that it stands for. Lengths in ems. */
export interface PlacedGlyph {
  glyph: FontkitGlyph
  codePoint: number
  /** How far the next one stands. */
  advance: number
  /** How far it stands from where the last one ended. */
  offset: number
}

/*
 * Nothing but what was typed: by default fontkit would write → for ->, and × between digits, which a reader who copies the text would not
 * get, and a reader who looks at it would.
 */
const PLAIN = { calt: false, liga: false, clig: false }
/** Without ligatures that a script demands, too: where they hide which glyph is which character's. */
const LETTER_BY_LETTER = { ...PLAIN, rlig: false, ccmp: false }
/** Figures all of one width. */
const TABULAR = { ...PLAIN, tnum: true }

/**
 * Figures and signs, which are of no script. For those Inter lists each rule of kerning twice, and fontkit, other than browsers, follows both: in 7,1
 * the comma would stand below the 7. Those of Latin it lists once.
 */
const NO_SCRIPT = /^[\p{Script=Common}\p{Script=Inherited}]*$/u

/** Longer texts are not remembered. */
const LONGEST_KEPT = 48
const MOST_KEPT = 20_000

export const codePointsOf = (text: string): number[] =>
  Array.from(text, (character) => character.codePointAt(0) as number)

/**
 * A font as this process has read it, for all its documents. It remembers how words are set, for documents say the same ones again and again;
 * that changes nothing but the time it takes.
 */
export class Typeface {
  readonly #kept = new Map<string, readonly PlacedGlyph[]>()

  readonly #unitsPerEm: number

  constructor(readonly font: FontkitFont) {
    this.#unitsPerEm = font.unitsPerEm
  }

  has(codePoint: number): boolean {
    return this.font.hasGlyphForCodePoint(codePoint)
  }

  ems(units: number): number {
    return units / this.#unitsPerEm
  }

  /** The glyphs of a text from left to right; the font has all its characters. */
  place(text: string, tabular: boolean): readonly PlacedGlyph[] {
    if (text.length > LONGEST_KEPT) return this.#place(text, tabular)
    const key = `${tabular ? 't' : ''} ${text}`
    const known = this.#kept.get(key)
    if (known) return known
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear()
    const placed = this.#place(text, tabular)
    this.#kept.set(key, placed)
    return placed
  }

  #place(text: string, tabular: boolean): PlacedGlyph[] {
    const typed = codePointsOf(text)
    return (
      this.#laidOut(text, typed, tabular ? TABULAR : PLAIN) ??
      this.#laidOut(text, typed, LETTER_BY_LETTER) ??
      typed.map((codePoint) => this.glyphOf(codePoint, codePoint))
    )
  }

  /** The glyph of one character, to stand for another. */
  glyphOf(shown: number, codePoint: number): PlacedGlyph {
    const glyph = this.font.glyphForCodePoint(shown)
    return { glyph, codePoint, advance: this.ems(glyph.advanceWidth), offset: 0 }
  }

  /** By the font's rules; null where they leave other than one glyph for each character. */
  #laidOut(text: string, typed: readonly number[], features: Record<string, boolean>): PlacedGlyph[] | null {
    const script = NO_SCRIPT.test(text) ? 'latn' : undefined
    const { glyphs, positions, direction } = this.font.layout(text, { ...features }, script)
    if (glyphs.length !== typed.length) return null
    const seen = direction === 'rtl' ? typed.toReversed() : typed
    return glyphs.map((glyph, index) => ({
      glyph,
      codePoint: seen[index],
      advance: this.ems(positions[index].xAdvance),
      offset: this.ems(positions[index].xOffset),
    }))
  }
}
