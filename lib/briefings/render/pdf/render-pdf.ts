import { setImmediate } from 'node:timers/promises'
import type { Renderer, RenderOptions } from '@/lib/briefings/render/rendering'
import { Fonts } from './fonts'
import { Frame } from './frame'
import { layOut } from './layout'
import { openLogo } from './logo'
import type { Page } from './pages'
import { Painter } from './painter'
import { DocumentWithXmp, setFileId, setIdTree } from './pdfkit-parts'
import { type Properties, propertiesOf } from './properties'
import { MARGIN, PAGE } from './style'
import { Tag } from './tag'

/** Parts of the work, of 1: laying out, and drawing. */
const LAYOUT_SHARE = 0.6

function openDocument({ info, locale, xmp, fileId }: Properties): PDFKit.PDFDocument {
  const options = {
    size: [PAGE.width, PAGE.height] as [number, number],
    margins: { ...MARGIN },
    autoFirstPage: false,
    // No face but those that are embedded.
    font: '',
    pdfVersion: '1.7' as const,
    subset: 'PDF/UA',
    tagged: true,
    lang: locale,
    displayTitle: true,
    info,
  }
  // The types do not know PDF/UA yet.
  const doc = new DocumentWithXmp(options as unknown as PDFKit.PDFDocumentOptions, xmp)
  setFileId(doc, fileId)
  return doc
}

/** All bytes of a document, once it has ended. */
function bytesOf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('error', reject)
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  })
}

async function drawPages(
  painter: Painter,
  frame: Frame,
  pages: readonly Page[],
  { signal, onProgress }: RenderOptions,
): Promise<void> {
  for (const [index, page] of pages.entries()) {
    painter.doc.addPage()
    frame.draw(painter, index + 1, pages.length)
    for (const { unit, y } of page) unit.draw(painter, y)
    onProgress?.(LAYOUT_SHARE + ((1 - LAYOUT_SHARE) * (index + 1)) / pages.length)
    await setImmediate()
    signal?.throwIfAborted()
  }
}

/**
 * A briefing as a PDF: tagged (PDF/UA-1), with bookmarks, its fonts inside, its charts as vectors, and its mark on every page. Takes nothing but
 * the rendering: the same one gives the same bytes. Memory and time O(text).
 * @throws the signal's reason when it ends the work; it is asked between blocks and pages
 */
export const renderPdf: Renderer = async ({ document }, options = {}) => {
  const { signal, onProgress } = options
  signal?.throwIfAborted()
  const doc = openDocument(propertiesOf(document))
  const bytes = bytesOf(doc)
  const fonts = new Fonts(doc)
  const blocks = document.sections.reduce((sum, section) => sum + section.blocks.length, 0)
  const start = () => ({
    sheet: { document, fonts, next: { table: 1, chart: 1 } },
    root: new Tag('Document', null),
  })
  let furthest = 0
  const { pages, root } = await layOut(start, {
    signal,
    onBlock: (done) => {
      furthest = Math.max(furthest, done)
      onProgress?.((LAYOUT_SHARE * furthest) / blocks)
    },
  })
  const areListed = document.sections.some((section) => section.blocks.some(({ kind }) => kind === 'notes'))
  const painter = new Painter(doc, fonts, root, { word: document.words.note, areListed })
  const logo = document.team.logo && openLogo(doc, document.team.logo)
  await drawPages(painter, new Frame({ document, fonts, next: { table: 1, chart: 1 } }, logo), pages, options)
  fonts.complete()
  setIdTree(doc, painter.notes)
  doc.end()
  return bytes
}
