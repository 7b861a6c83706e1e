import type { ExportFormat } from './formats'
import type { Renderer } from './rendering'

/*
 * Who makes which format. Each is loaded when it is first asked for: nobody who reads Markdown waits for the fonts of a PDF.
 */
const RENDERERS: Readonly<Record<ExportFormat, () => Promise<Renderer>>> = {
  pdf: async () => (await import('./pdf/render-pdf')).renderPdf,
  docx: async () => (await import('./docx/render-docx')).renderDocx,
  pptx: async () => (await import('./pptx/render-pptx')).renderPptx,
  md: async () => (await import('./markdown')).renderMarkdown,
  html: async () => (await import('./html')).renderHtml,
  xlsx: async () => (await import('./xlsx')).renderXlsx,
  zip: async () => (await import('./package')).renderPackage,
}

/**
 * Makes the file of a format.
 * @throws the signal's reason when it is aborted.
 */
export const render =
  (format: ExportFormat): Renderer =>
  async (rendering, options = {}) => {
    options.signal?.throwIfAborted()
    const renderer = await RENDERERS[format]()
    return renderer(rendering, options)
  }
