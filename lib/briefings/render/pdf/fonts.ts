import { cleanText } from '@/lib/briefings/text/clean'
import { Face, type Setting } from './face'
import { type FaceName, fontFile } from './font-files'
import { openFont } from './pdfkit-parts'
import { Typeface } from './typeface'

/** How a stretch of text looks; sizes in points. */
export interface TextStyle {
  weight: 400 | 600
  size: number
  colour: string
  /** Figures all of one width, for columns of numbers. */
  tabular?: boolean
  /** Height above the base line. */
  rise?: number
}

/** Text set in as many faces as it needs; width in ems. */
export interface Shaped {
  settings: readonly Setting[]
  width: number
}

/** What stands for a character that no face has: a box that is seen. */
const BOX = 0x25a1
/** Characters that are invisible by their nature: joiners, soft hyphens, variation selectors, tags. */
const INVISIBLE = /\u00ad|\u034f|\u180e|[\u200b-\u200d]|[\u2060-\u2064]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu
/** Spaces in a row, and of widths that the faces need not have. */
const ODD_SPACES = /[\u2000-\u200a\u205f\u3000 ]+/g
/** Longer words are not remembered. */
const LONGEST_KEPT = 48
const MOST_KEPT = 20_000

/** Text as it is set: composed characters, and nothing that shows nothing. */
export const settable = (text: string): string =>
  cleanText(text).normalize('NFC').replace(INVISIBLE, '').replace(ODD_SPACES, ' ')

const typefaces = new Map<FaceName, Typeface>()

/** Opens a face in a document; the font itself is read once a process. */
function openFace(doc: PDFKit.PDFDocument, name: FaceName): Face {
  const known = typefaces.get(name)
  const embedded = openFont(doc, name, known?.font ?? fontFile(name))
  const typeface = known ?? new Typeface(embedded.font)
  typefaces.set(name, typeface)
  return new Face(embedded, typeface)
}

/** The faces of one document. */
export class Fonts {
  readonly #faces: Record<FaceName, Face>
  readonly #kept = new Map<string, Shaped>()

  constructor(doc: PDFKit.PDFDocument) {
    const open = (name: FaceName) => openFace(doc, name)
    this.#faces = { regular: open('regular'), semiBold: open('semiBold'), fallback: open('fallback') }
  }

  /** Sets text that `settable` gave. */
  shape(text: string, { weight, tabular = false }: Pick<TextStyle, 'weight' | 'tabular'>): Shaped {
    if (text.length > LONGEST_KEPT) return this.#shape(text, weight, tabular)
    const key = `${weight}${tabular ? 't' : ''} ${text}`
    const known = this.#kept.get(key)
    if (known) return known
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear()
    const shaped = this.#shape(text, weight, tabular)
    this.#kept.set(key, shaped)
    return shaped
  }

  /** Width of a text in points. */
  widthOf(text: string, style: TextStyle): number {
    return this.shape(text, style).width * style.size
  }

  /** To be called once, when all is drawn. */
  complete(): void {
    for (const face of Object.values(this.#faces)) face.complete()
  }

  #shape(text: string, weight: 400 | 600, tabular: boolean): Shaped {
    const main = weight === 600 ? this.#faces.semiBold : this.#faces.regular
    const { fallback } = this.#faces
    const faceOf = (codePoint: number) => (main.has(codePoint) ? main : fallback.has(codePoint) ? fallback : null)
    const settings: Setting[] = []
    let run = ''
    let face: Face | null = main
    const flush = () => {
      if (run === '') return
      settings.push(face ? face.set(run, tabular) : main.setAs(BOX, run))
      run = ''
    }
    for (const character of text) {
      const next = faceOf(character.codePointAt(0) as number)
      if (next !== face) flush()
      face = next
      run += character
    }
    flush()
    return { settings, width: settings.reduce((sum, { width }) => sum + width, 0) }
  }
}
