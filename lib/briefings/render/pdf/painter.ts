import { type Fonts, settable, type TextStyle } from './fonts'
import type { Line, Span, Target } from './lines'
import { linkToAddress, linkToName, makeElement, nameFont } from './pdfkit-parts'
import { placeOfNote } from './places'
import { PAGE } from './style'
import type { Tag } from './tag'

const number = (value: number) => String(Math.round(value * 1000) / 1000)

/** A colour `#rrggbb` as operands of the page's language. */
const rgb = (colour: string): string =>
  [1, 3, 5].map((at) => number(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ')

/** How the numbers of notes are told of. */
export interface NotesToName {
  /** The word before a number, for those who hear the page. */
  word: string
  /** Whether the document lists its notes; numbers lead nowhere where somebody left the list out. */
  areListed: boolean
}

/** Puts text and shapes on the pages of a document, and tells what each of them is. Points from the page's top left. */
export class Painter {
  /** Notes by their identifiers, in order. */
  readonly notes: [string, PDFKit.PDFStructureElement][] = []
  #chapter: PDFKit.PDFOutline | null = null

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly fonts: Fonts,
    /** The element that all others stand in. */
    readonly root: Tag,
    readonly notesToName: NotesToName,
  ) {}

  /** What `draw` draws is content of the element. */
  content(tag: Tag, draw: () => void): void {
    const element = this.#elementOf(tag)
    const content = this.doc.markStructureContent(tag.type)
    draw()
    this.doc.endMarkedContent()
    element.add(content)
  }

  /** What `draw` draws is no part of what the document says. */
  artifact(draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  /** A line of text in an element; what leads elsewhere gets an element and an annotation of its own. */
  line(tag: Tag, line: Line, x: number, baseline: number): void {
    for (let index = 0; index < line.spans.length; ) {
      const { target } = line.spans[index]
      const from = index
      while (index < line.spans.length && line.spans[index].target === target) index++
      const spans = line.spans.slice(from, index)
      if (target) this.#linked(tag, target, spans, x, baseline)
      else this.content(tag, () => this.spans(spans, x, baseline))
    }
  }

  /** Text as it is, inside of content or of an artifact. */
  spans(spans: readonly Span[], x: number, baseline: number): void {
    const operators = spans.map((span) => this.#text(span, x + span.x, baseline - (span.style.rise ?? 0)))
    this.doc.addContent(operators.join('\n'))
  }

  /** A filled box, inside of content or of an artifact. */
  box(x: number, y: number, width: number, height: number, colour: string): void {
    const [left, top, across, down] = [x, y, width, height].map(number)
    this.doc.addContent(`${rgb(colour)} rg ${left} ${top} ${across} ${down} re f`)
  }

  /** A rule as an artifact. */
  rule(x: number, y: number, width: number, thickness: number, colour: string): void {
    this.artifact(() => this.box(x, y - thickness / 2, width, thickness, colour))
  }

  /** A place that links may lead to. */
  place(name: string, y: number): void {
    this.doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, y), null)
  }

  /** A bookmark that leads to a height of the open page; one of level 2 stands below the last of level 1. */
  bookmark(title: string, level: 1 | 2, y: number): void {
    const parent = level === 2 ? (this.#chapter ?? this.doc.outline) : this.doc.outline
    // pdfkit takes lengths from the page's right and bottom for those from its left and top.
    const item = parent.addItem(settable(title), {
      fit: false,
      left: PAGE.width,
      top: Math.max(0, y),
      zoom: 0,
    } as object)
    if (level === 1) this.#chapter = item
  }

  #text({ shaped, style }: Span, x: number, baseline: number): string {
    let operators = `${rgb(style.colour)} rg`
    let at = x
    for (const { face, operands, width } of shaped.settings) {
      nameFont(this.doc, face.embedded)
      // The page is upside down for pdfkit, so the text is turned back.
      const matrix = `1 0 0 -1 ${number(at)} ${number(baseline)} Tm`
      operators += `\nBT /${face.embedded.id} ${number(style.size)} Tf ${matrix} [${operands}] TJ ET`
      at += width * style.size
    }
    return operators
  }

  #linked(tag: Tag, target: Target, spans: readonly Span[], x: number, baseline: number): void {
    const parent = target.kind === 'address' ? tag : tag.child('Reference')
    if (target.kind === 'note' && !this.notesToName.areListed) {
      this.content(parent, () => this.spans(spans, x, baseline))
      return
    }
    const link = parent.child('Link')
    this.content(link, () => this.spans(spans, x, baseline))
    const rect = rectOf(spans, x, baseline)
    const element = this.#elementOf(link)
    if (target.kind === 'address') linkToAddress(this.doc, rect, target.address, target.contents, element)
    else if (target.kind === 'place') linkToName(this.doc, rect, target.name, target.contents, element)
    else linkToName(this.doc, rect, placeOfNote(target.number), `${this.notesToName.word} ${target.number}`, element)
    // It must end on its own page: pdfkit takes the page on which it ends for that of the annotation.
    element.end()
  }

  #elementOf(tag: Tag): PDFKit.PDFStructureElement {
    if (tag.element) return tag.element
    const element = makeElement(this.doc, tag.type, tag.more)
    tag.element = element
    if (tag.parent) this.#elementOf(tag.parent).add(element)
    else this.doc.addStructure(element)
    if (tag.more.id) this.notes.push([tag.more.id, element])
    return element
  }
}

function rectOf(spans: readonly Span[], x: number, baseline: number): [number, number, number, number] {
  const [first] = spans
  const width = spans.reduce((sum, span) => sum + span.width, 0)
  const { size, rise = 0 }: TextStyle = first.style
  return [x + first.x, baseline - rise - size, width, size * 1.3]
}
