import { Bookmark, type FileChild, HeadingLevel, Paragraph, TextRun } from 'docx'
import type {
  Block,
  BriefingDocument,
  DocumentPicture,
  DocumentSection,
  Sentence,
} from '@/lib/briefings/model/document'
import { type NoteMarks, noteChildren, sourceBookmark } from './note-marks'
import type { PictureBook } from './pictures'
import { LISTS, STYLES } from './styles'
import { documentTable, figureTable } from './tables'
import { sentenceChildren } from './text'

type Level = 1 | 2 | 3

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const heading = (text: string, level: Level, pageBreakBefore = false): Paragraph =>
  new Paragraph({ heading: HEADINGS[level], pageBreakBefore, children: [new TextRun(text)] })

/** Writes a document's sections in Word's own parts, one after another. */
export class BlockWriter {
  /** Lists so far: each numbers from one. */
  #lists = 0

  constructor(
    readonly document: BriefingDocument,
    readonly marks: NoteMarks,
    readonly pictures: PictureBook,
  ) {}

  /** A section under its heading. `opensPage` begins a new page. */
  section({ title, level, blocks }: DocumentSection, opensPage: boolean): FileChild[] {
    return [heading(title, level, opensPage), ...blocks.flatMap((block) => this.#block(block, level))]
  }

  #block(block: Block, level: 1 | 2): FileChild[] {
    switch (block.kind) {
      case 'lead':
        return [this.#paragraph(block.sentences, STYLES.lead)]
      case 'paragraph':
        return [this.#paragraph(block.sentences)]
      case 'list':
        return this.#list(block.items, block.ordered)
      case 'figures':
        // Word opens no table without rows.
        return block.items.length > 0 ? [figureTable(block.items, this.marks), this.#gap()] : []
      case 'table':
        return [
          new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(block.table.caption)] }),
          documentTable(block.table, this.marks),
          this.#gap(),
        ]
      case 'chart':
        return this.#picture(block.picture, level === 1 ? 2 : 3)
      case 'notes':
        return this.#sources()
    }
  }

  #paragraph(sentences: readonly Sentence[], style?: string): Paragraph {
    return new Paragraph({ style, children: sentenceChildren(sentences, this.marks) })
  }

  #list(items: readonly (readonly Sentence[])[], ordered: boolean): Paragraph[] {
    const instance = ++this.#lists
    const reference = ordered ? LISTS.numbers : LISTS.bullets
    return items.map(
      (sentences) =>
        new Paragraph({
          numbering: { reference, level: 0, ...(ordered ? { instance } : {}) },
          children: sentenceChildren(sentences, this.marks),
        }),
    )
  }

  #picture(picture: DocumentPicture, level: Level): Paragraph[] {
    const reading = picture.reading
      ? [new Paragraph({ style: STYLES.reading, children: [new TextRun(picture.reading)] })]
      : []
    return [
      heading(picture.title, level),
      ...reading,
      this.pictures.chart(picture),
      new Paragraph({ style: STYLES.small, children: [new TextRun(picture.source)] }),
    ]
  }

  /** The sources in a list that numbers them as the footnotes are numbered. */
  #sources(): Paragraph[] {
    const { notes, language } = this.document
    return notes.map(
      (note) =>
        new Paragraph({
          numbering: { reference: LISTS.sources, level: 0 },
          children: [new Bookmark({ id: sourceBookmark(note.number), children: noteChildren(note, language) })],
        }),
    )
  }

  /** Word wants a paragraph after a table; this one is the distance to what follows. */
  #gap(): Paragraph {
    return new Paragraph({ style: STYLES.small })
  }
}
