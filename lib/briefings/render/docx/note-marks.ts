import {
  Bookmark,
  BuilderElement,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Run,
  TextRun,
  XmlComponent,
} from 'docx'
import type { BriefingDocument, DocumentNote } from '@/lib/briefings/model/document'
import type { Language } from '@/lib/briefings/model/terms'
import { firstNamedNotes } from '@/lib/briefings/render/office/document-runs'
import { noteText, quoteText } from '@/lib/briefings/render/office/note-text'
import { webAddress } from '@/lib/briefings/render/web-address'

/** More sources than this would bury the text in footnotes: their numbers lead to the list of sources instead. */
const MOST_FOOTNOTES = 400

const REFERENCE_STYLE = 'FootnoteReference'

/** Bookmark of a source in the list of sources, and of a footnote's first reference; Word does not list the latter. */
export const sourceBookmark = (number: number): string => `source_${number}`
const footnoteBookmark = (number: number): string => `_RefSource${number}`

/** Word takes no longer address for a link; such a one stands as text alone. */
const LONGEST_LINK = 2000

function linkOf(url: string | null): string | null {
  const address = webAddress(url)
  return address !== null && address.length <= LONGEST_LINK ? address : null
}

/** The text of a source, with its address as a link where it is one of the web. */
export function noteChildren(note: DocumentNote, language: Language): ParagraphChild[] {
  const quote = quoteText(note)
  const link = linkOf(note.url)
  const children: ParagraphChild[] = [new TextRun([noteText(note, language), quote].filter(Boolean).join('. '))]
  if (note.url !== null) children.push(new TextRun('. '))
  if (link !== null && note.url !== null)
    children.push(new ExternalHyperlink({ link, children: [new TextRun({ text: note.url, style: 'Hyperlink' })] }))
  else if (note.url !== null) children.push(new TextRun(note.url))
  return children
}

/**
 * Raised numbers of sources. Word has a footnote for one reference alone, so the first one that names a source carries the footnote, and each
 * later one a cross-reference to it (NOTEREF), which Word numbers anew when footnotes are moved. Where the sources are not named in
 * the order of their numbers – after somebody dropped a sentence – the footnotes bear their numbers as marks of their own.
 */
export class NoteMarks {
  readonly #notes: ReadonlyMap<number, DocumentNote>
  readonly #named = new Set<number>()
  readonly #hasList: boolean
  /** Whether sources are footnotes at all, and whether those are marked by hand. */
  readonly #isFootnotes: boolean
  readonly isMarkedByHand: boolean

  constructor(readonly document: BriefingDocument) {
    this.#notes = new Map(document.notes.map((note) => [note.number, note]))
    this.#hasList = document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'notes'))
    this.#isFootnotes = !this.#hasList || document.notes.length <= MOST_FOOTNOTES
    this.isMarkedByHand = firstNamedNotes(document).some((number, index) => number !== index + 1)
  }

  /** The footnotes of the document; read it when all marks are made. */
  footnotes(): Record<string, { children: Paragraph[] }> {
    const numbers = this.#isFootnotes ? [...this.#named].sort((a, b) => a - b) : []
    return Object.fromEntries(
      numbers.flatMap((number) => {
        const note = this.#notes.get(number)
        return note ? [[number, { children: [footnoteParagraph(note, this.document.language)] }]] : []
      }),
    )
  }

  /** Neighbouring numbers, with commas between them. */
  marks(numbers: readonly number[]): ParagraphChild[] {
    return numbers.flatMap((number, index) => [...(index > 0 ? [raised(', ')] : []), ...this.#mark(number)])
  }

  #mark(number: number): ParagraphChild[] {
    if (!this.#notes.has(number)) return [raised(String(number))]
    if (!this.#isFootnotes) return [linked(number, sourceBookmark(number))]
    if (!this.#named.has(number)) {
      this.#named.add(number)
      const reference = this.isMarkedByHand ? markedReference(number) : new FootnoteReferenceRun(number)
      return [new Bookmark({ id: footnoteBookmark(number), children: [reference] })]
    }
    return this.isMarkedByHand ? [linked(number, footnoteBookmark(number))] : crossReference(number)
  }
}

const footnoteParagraph = (note: DocumentNote, language: Language): Paragraph =>
  new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...noteChildren(note, language)] })

const raised = (text: string): TextRun => new TextRun({ text, style: REFERENCE_STYLE })

const linked = (number: number, anchor: string): ParagraphChild =>
  new InternalHyperlink({ anchor, children: [raised(String(number))] })

/** A footnote's reference that shows a number of its own. */
function markedReference(number: number): Run {
  const attributes = {
    custom: { key: 'w:customMarkFollows', value: '1' },
    id: { key: 'w:id', value: String(number) },
  }
  const reference = new BuilderElement({ name: 'w:footnoteReference', attributes })
  return new Run({ style: REFERENCE_STYLE, children: [reference, String(number)] })
}

/** What a field is made of. */
class FieldInstruction extends XmlComponent {
  constructor(instruction: string) {
    super('w:instrText')
    this.root.push(instruction)
  }
}

const fieldPart = (type: 'begin' | 'separate' | 'end') =>
  new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } })

/** A field that shows the number of a footnote and leads to it. Each part is a run of its own: LibreOffice loses its way otherwise. */
function crossReference(number: number): ParagraphChild[] {
  const part = (child: XmlComponent) => new Run({ style: REFERENCE_STYLE, children: [child] })
  const instruction = new FieldInstruction(` NOTEREF ${footnoteBookmark(number)} \\f \\h `)
  return [
    part(fieldPart('begin')),
    part(instruction),
    part(fieldPart('separate')),
    raised(String(number)),
    part(fieldPart('end')),
  ]
}
