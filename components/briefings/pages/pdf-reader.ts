import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'

/** Pixels of the largest canvas that every browser draws. */
const MOST_PIXELS = 16_000_000

// The build for browsers that are some years old, which desks have.
const load = () => import('pdfjs-dist/legacy/build/pdf.mjs')
type Library = Awaited<ReturnType<typeof load>>

/** Width and height of a page, in points. */
export interface PageSize {
  width: number
  height: number
}

/** A PDF that is open. */
export class OpenPdf {
  readonly #library: Library
  readonly #document: PDFDocumentProxy

  constructor(
    library: Library,
    document: PDFDocumentProxy,
    /** Of all pages, in their order. */
    readonly sizes: readonly PageSize[],
  ) {
    this.#library = library
    this.#document = document
  }

  /** Of its pages: 1, 2, 3 and so on. */
  get numbers(): number[] {
    return this.sizes.map((_, index) => index + 1)
  }

  /**
   * Draws a page, counted from 1, on a canvas of its own, so many pixels wide.
   * @throws the signal's reason, or an error of pdf.js, when it is aborted.
   */
  async draw(number: number, pixels: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
    const page = await this.#document.getPage(number)
    signal.throwIfAborted()
    const { width, height } = page.getViewport({ scale: 1 })
    const scale = Math.min(pixels / width, Math.sqrt(MOST_PIXELS / (width * height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const { AnnotationMode } = this.#library
    const task = page.render({ canvas, viewport: page.getViewport({ scale }), annotationMode: AnnotationMode.DISABLE })
    const cancel = () => task.cancel()
    signal.addEventListener('abort', cancel)
    try {
      await task.promise
    } finally {
      signal.removeEventListener('abort', cancel)
    }
    page.cleanup()
    return canvas
  }

  /** Lets go of it; what was drawn stays. */
  async close(): Promise<void> {
    await this.#document.loadingTask.destroy()
  }
}

/** Reads PDFs in a thread beside the page. */
export class PdfReader {
  readonly #library: Library
  readonly #worker: PDFWorker

  private constructor(library: Library) {
    this.#library = library
    this.#worker = new library.PDFWorker({ verbosity: library.VerbosityLevel.ERRORS })
    // Whoever opens a PDF hears of a thread that did not begin. One that was ended before is nobody's failure.
    this.#worker.promise.catch(() => undefined)
  }

  /** Loads pdf.js and begins its thread; both come from this desk, and not before somebody asks. */
  static async start(): Promise<PdfReader> {
    const library = await load()
    library.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href
    return new PdfReader(library)
  }

  /** Opens a PDF, whose bytes go to the thread. */
  async open(data: Uint8Array): Promise<OpenPdf> {
    const { getDocument, VerbosityLevel } = this.#library
    const task = getDocument({
      data,
      worker: this.#worker,
      // The desk's PDFs bring all their fonts and hold no pictures that need more; so nothing else is fetched, or made into code.
      isEvalSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      verbosity: VerbosityLevel.ERRORS,
    })
    const opened = await task.promise
    const numbers = Array.from({ length: opened.numPages }, (_, index) => index + 1)
    const pages = await Promise.all(numbers.map((number) => opened.getPage(number)))
    return new OpenPdf(
      this.#library,
      opened,
      pages.map((page) => page.getViewport({ scale: 1 })),
    )
  }

  /** Ends the thread, and with it what it has open. */
  close(): void {
    this.#worker.destroy()
  }
}
