import { setImmediate } from 'node:timers/promises'
import { convertMillimetersToTwip, Document, type FileChild, Packer, Paragraph, TableOfContents, TextRun } from 'docx'
import type { BriefingDocument, DocumentSection } from '@/lib/briefings/model/document'
import { markText } from '@/lib/briefings/model/terms'
import { cleanStrings } from '@/lib/briefings/render/office/clean-strings'
import { fileOf, partsOf } from '@/lib/briefings/render/office/package-parts'
import type { Renderer, RenderOptions } from '@/lib/briefings/render/rendering'
import { BlockWriter } from './blocks'
import { footerOf, headerOf } from './frame'
import { NoteMarks } from './note-marks'
import { PictureBook } from './pictures'
import { settleDocument } from './settle'
import { NUMBERING, STYLES, stylesOf } from './styles'

/** A document with more sections than this has a table of contents. */
const LONG = 16
const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }
const MARGIN = convertMillimetersToTwip(20)
const EDGE = convertMillimetersToTwip(10)
/** Share of the work when all sections are written, and when the file is packed. */
const WRITTEN = 0.6
const PACKED = 0.9

function opening(document: BriefingDocument, pictures: PictureBook): FileChild[] {
  const { team, title, subtitle, asOfText } = document
  return [
    ...pictures.logo(team),
    new Paragraph({ style: STYLES.small, children: [new TextRun(team.name)] }),
    new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(subtitle)] }),
    new Paragraph({ style: STYLES.small, children: [new TextRun(asOfText)] }),
  ]
}

const contents = ({ sections, words }: BriefingDocument): FileChild[] =>
  sections.length > LONG
    ? [
        new Paragraph({ style: STYLES.contents, children: [new TextRun(words.contents)] }),
        new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-1' }),
      ]
    : []

/** A dyad's chapter begins on a page of its own where several have chapters. */
const opensPage = ({ sections }: BriefingDocument, { level, dyadId }: DocumentSection): boolean =>
  level === 1 && dyadId !== null && sections.some((section) => section.level === 2) && sections[0].dyadId !== dyadId

async function bodyOf(writer: BlockWriter, options: RenderOptions): Promise<FileChild[]> {
  const { document, pictures } = writer
  const body = [...opening(document, pictures), ...contents(document)]
  for (const [index, section] of document.sections.entries()) {
    // Whoever waits may go between two sections.
    await setImmediate()
    options.signal?.throwIfAborted()
    body.push(...writer.section(section, opensPage(document, section)))
    options.onProgress?.((WRITTEN * (index + 1)) / document.sections.length)
  }
  return body
}

/**
 * A briefing as a Word document that can be edited: real headings, lists, tables and footnotes, charts as pictures with what they say. The
 * same rendering gives the same bytes: what the library takes from clock and chance is set anew when it is done.
 * @throws the signal's reason when it is aborted.
 */
export const renderDocx: Renderer = async (rendering, options = {}) => {
  const document = cleanStrings(rendering.document)
  const marks = new NoteMarks(document)
  const pictures = new PictureBook(document)
  const children = await bodyOf(new BlockWriter(document, marks, pictures), options)
  const mark = markText(document.mark)
  const file = new Document({
    title: document.title,
    subject: document.subtitle,
    creator: document.team.name,
    lastModifiedBy: document.team.name,
    keywords: mark,
    description: document.provenance,
    customProperties: [{ name: 'TLP', value: mark }],
    styles: stylesOf(document),
    numbering: NUMBERING,
    footnotes: marks.footnotes(),
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: EDGE, footer: EDGE },
          },
        },
        headers: { default: headerOf(document) },
        footers: { default: footerOf(document) },
        children,
      },
    ],
  })
  const packed = await Packer.toBuffer(file)
  options.signal?.throwIfAborted()
  options.onProgress?.(PACKED)
  const parts = partsOf(packed)
  await pictures.place(parts)
  settleDocument(parts, { asOf: document.asOf, isMarkedByHand: marks.isMarkedByHand })
  const bytes = fileOf(parts)
  options.onProgress?.(1)
  return bytes
}
