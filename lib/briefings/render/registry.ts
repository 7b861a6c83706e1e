import type { ExportFormat } from './formats'
import type { Renderer } from './rendering'

/*
 * Who makes which format. Each is loaded when it is first asked for: nobody who reads Markdown waits for the fonts of a PDF.
 */
const RENDERERS: Readonly<Partial<Record<ExportFormat, () => Promise<Renderer>>>> = {
  pdf: async () => (await import('./pdf/render-pdf')).renderPdf,
  md: async () => (await import('./markdown')).renderMarkdown,
  html: async () => (await import('./html')).renderHtml,
  xlsx: async () => (await import('./xlsx')).renderXlsx,
  zip: async () => (await import('./package')).renderPackage,
}

/** The formats that can be made, in their order. */
export const renderable = (): ExportFormat[] => Object.keys(RENDERERS) as ExportFormat[]

/**
 * Makes the file of a format.
 * @throws Error for a format that nobody makes; the signal's reason when it is aborted.
 */
export const render =
  (format: ExportFormat): Renderer =>
  async (rendering, options = {}) => {
    const load = RENDERERS[format]
    if (!load) throw new Error(`nobody makes ${format}`)
    options.signal?.throwIfAborted()
    const renderer = await load()
    return renderer(rendering, options)
  }
