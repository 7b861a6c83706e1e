import type { EmbeddedFont, FontkitGlyph } from './pdfkit-parts'
import { codePointsOf, type PlacedGlyph, type Typeface } from './typeface'

/** Text set in one face, as the operands of a TJ operator, and its width in ems. */
export interface Setting {
  face: Face
  operands: string
  width: number
  /** Of each character, in ems. */
  advances: readonly number[]
}

const hex = (value: number) => value.toString(16).padStart(4, '0')

/**
 * One font in one document. Its characters are numbered by glyph and by what they stand for: where a font has one glyph for ’ and ʼ, the
 * text that is copied out of the file still has the one that was typed.
 */
export class Face {
  readonly #characters = new Map<string, number>()

  constructor(
    readonly embedded: EmbeddedFont,
    readonly typeface: Typeface,
  ) {}

  has(codePoint: number): boolean {
    return this.typeface.has(codePoint)
  }

  /** Sets a text all of whose characters the face has. */
  set(text: string, tabular: boolean): Setting {
    return this.#setting(this.typeface.place(text, tabular))
  }

  /** Sets another character in place of each of a text's, which then stands for them. */
  setAs(shown: number, text: string): Setting {
    return this.#setting(codePointsOf(text).map((codePoint) => this.typeface.glyphOf(shown, codePoint)))
  }

  /** Names the parts that glyphs are made of, which come into the file with them, so that it lists all that it holds. */
  complete(): void {
    const { subset, widths, font } = this.embedded
    const bytes = subset.encode()
    // pdfkit asks for the same once more.
    subset.encode = () => bytes
    for (let index = widths.length; index < subset.glyphs.length; index++)
      widths[index] = this.#thousandths(font.getGlyph(subset.glyphs[index]))
  }

  #thousandths({ advanceWidth }: FontkitGlyph): number {
    return this.typeface.ems(advanceWidth) * 1000
  }

  #setting(placed: readonly PlacedGlyph[]): Setting {
    let operands = ''
    let run = ''
    let width = 0
    const shift = (thousandths: number) => {
      const rounded = Math.round(-thousandths)
      if (rounded === 0) return
      operands += `${run && `<${run}>`}${rounded} `
      run = ''
    }
    for (const { glyph, codePoint, advance, offset } of placed) {
      shift(offset * 1000)
      run += hex(this.#characterOf(glyph, codePoint))
      shift((advance - offset) * 1000 - this.#thousandths(glyph))
      width += advance
    }
    const advances = placed.map(({ advance }) => advance)
    return { face: this, operands: run ? `${operands}<${run}>` : operands, width, advances }
  }

  #characterOf(glyph: FontkitGlyph, codePoint: number): number {
    const key = `${glyph.id} ${codePoint}`
    const known = this.#characters.get(key)
    if (known !== undefined) return known
    const { subset, widths, unicode } = this.embedded
    const character = subset.glyphs.push(glyph.id) - 1
    widths[character] = this.#thousandths(glyph)
    unicode[character] = [codePoint]
    this.#characters.set(key, character)
    return character
  }
}
