import type { ElementOptions } from './pdfkit-parts'

/** A standard structure type of PDF 1.7. */
export type TagType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link'
  | 'Reference'
  | 'Note'
  | 'TOC'
  | 'TOCI'

interface TagMore extends ElementOptions {
  attributes?: Record<string, string>
  id?: string
}

/** What a stretch of the page is. It comes into the file when something is first drawn in it, so the order drawn is the order read. */
export class Tag {
  element: PDFKit.PDFStructureElement | null = null

  constructor(
    readonly type: TagType,
    readonly parent: Tag | null,
    readonly more: TagMore = {},
  ) {}

  child(type: TagType, more: TagMore = {}): Tag {
    return new Tag(type, this, more)
  }
}

export const listTag = (parent: Tag, ordered: boolean): Tag =>
  parent.child('L', { attributes: { O: 'List', ListNumbering: ordered ? 'Decimal' : 'Disc' } })
