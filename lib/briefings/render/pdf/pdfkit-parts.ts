import PDFDocument from 'pdfkit'

/*
 * What pdfkit 0.20 has and its types leave out, in one place: its version is pinned, and the tests read the files back.
 */

/** A font as fontkit reads it; lengths in the font's own units. */
export interface FontkitFont {
  unitsPerEm: number
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): FontkitGlyph
  getGlyph(id: number): FontkitGlyph
  layout(text: string, features: Record<string, boolean>, script?: string): FontkitRun
}

export interface FontkitGlyph {
  id: number
  advanceWidth: number
}

export interface FontkitRun {
  glyphs: FontkitGlyph[]
  positions: { xAdvance: number; xOffset: number }[]
  direction: 'ltr' | 'rtl'
}

/** A font in a document: characters of a file's own numbering, with the width and the text of each. */
export interface EmbeddedFont {
  id: string
  font: FontkitFont
  /** Glyphs of the font by character; the first is that of what is missing. `encode` adds the parts that others are made of. */
  subset: { glyphs: number[]; encode(): Uint8Array }
  /** By character, in thousandths of the size. */
  widths: number[]
  /** By character: the code points that it stands for. */
  unicode: number[][]
  ref(): PDFKit.PDFKitReference
}

interface Internals {
  _font: EmbeddedFont
  _id: Uint8Array
  page: Record<'fonts' | 'xobjects', Record<string, PDFKit.PDFKitReference>>
  dash(pattern: number[]): void
  appendXML(xml: string): void
  goTo(x: number, y: number, width: number, height: number, name: string, options: object): void
  link(x: number, y: number, width: number, height: number, url: string, options: object): void
  struct(type: string, options: ElementOptions): PDFKit.PDFStructureElement
}

/** What an element of structure may be given. Boxes are left, top, right, bottom, y downwards. */
export interface ElementOptions {
  alt?: string
  bbox?: [number, number, number, number]
  scope?: 'Column' | 'Row'
}

const internals = (doc: PDFKit.PDFDocument) => doc as unknown as Internals

/** Opens a font in a document, from its file or as another document's font has read it. */
export function openFont(doc: PDFKit.PDFDocument, name: string, source: Uint8Array | FontkitFont): EmbeddedFont {
  doc.registerFont(name, source as Buffer)
  doc.font(name)
  return internals(doc)._font
}

/** Tells the page that is being drawn that it uses a font. */
export function nameFont(doc: PDFKit.PDFDocument, font: EmbeddedFont): void {
  internals(doc).page.fonts[font.id] ??= font.ref()
}

/** Sets the file's identifier, 16 bytes; pdfkit's own is made of the properties alone. */
export function setFileId(doc: PDFKit.PDFDocument, id: Uint8Array): void {
  internals(doc)._id = id
}

/** Makes an element of structure; `attributes` and `id` go into its dictionary. */
export function makeElement(
  doc: PDFKit.PDFDocument,
  type: string,
  options: ElementOptions & { attributes?: Record<string, string>; id?: string } = {},
): PDFKit.PDFStructureElement {
  const { attributes, id, ...rest } = options
  const element = internals(doc).struct(type, rest)
  const { data } = dictionaryOf(element)
  if (attributes) data.A = attributes
  // pdfkit writes strings as names, and String objects as strings.
  if (id) data.ID = new String(id)
  return element
}

interface Dictionary {
  data: Record<string, unknown>
}

/** The dictionary of an element of structure. */
export const dictionaryOf = (element: PDFKit.PDFStructureElement): Dictionary =>
  (element as unknown as { dictionary: Dictionary }).dictionary

/** Lists elements by their identifiers, which must be given in their order. */
export function setIdTree(doc: PDFKit.PDFDocument, elements: readonly [string, PDFKit.PDFStructureElement][]): void {
  if (elements.length === 0) return
  const root = doc.getStructTreeRoot() as unknown as Dictionary
  root.data.IDTree = { Names: elements.flatMap(([id, element]) => [new String(id), dictionaryOf(element)]) }
}

type Rect = [x: number, y: number, width: number, height: number]

/** An annotation that leads to a named place of the document, in a Link element. */
export function linkToName(
  doc: PDFKit.PDFDocument,
  rect: Rect,
  name: string,
  contents: string,
  link: PDFKit.PDFStructureElement,
): void {
  internals(doc).goTo(...rect, name, { structParent: link, Contents: new String(contents) })
}

/** An annotation that leads to an address, in a Link element. */
export function linkToAddress(
  doc: PDFKit.PDFDocument,
  rect: Rect,
  address: string,
  contents: string,
  link: PDFKit.PDFStructureElement,
): void {
  internals(doc).link(...rect, address, { structParent: link, Contents: new String(contents) })
}

/** Lines from now on are dashed; pdfkit refuses lengths of 0, which stand for dots. */
export function setDash(doc: PDFKit.PDFDocument, pattern: readonly number[] | undefined): void {
  if (pattern && pattern.length > 0) internals(doc).dash(pattern.map((length) => Math.max(length, 0.01)))
}

/** Draws a picture that is in the document already. */
export function drawImage(
  doc: PDFKit.PDFDocument,
  { name, reference }: { name: string; reference: PDFKit.PDFKitReference },
  [x, y, width, height]: Rect,
): void {
  internals(doc).page.xobjects[name] = reference
  doc.save()
  doc.transform(width, 0, 0, -height, x, y + height)
  doc.addContent(`/${name} Do`)
  doc.restore()
}

/** A document whose XMP is given as a whole: pdfkit puts values into it as they are, `<` and `&` included. */
export class DocumentWithXmp extends PDFDocument {
  constructor(
    options: PDFKit.PDFDocumentOptions,
    readonly xmp: string,
  ) {
    super(options)
  }

  /** pdfkit calls it when the document ends. */
  _addInfo(): void {
    internals(this).appendXML(this.xmp)
  }
}
