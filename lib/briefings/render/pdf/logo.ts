import { deflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import type { DocumentTeam } from '@/lib/briefings/model/document'

/** Dots that a logo has at most on its longer side: enough for any printer at the size of a page's head. */
const MOST_DOTS = 600

/** A picture that pages may draw again and again. */
export interface Logo {
  name: string
  reference: PDFKit.PDFKitReference
  /** Width by height. */
  ratio: number
}

/**
 * Puts a team's logo into a document, on white. It is decoded here and at once: pdfkit's own decoder ends at a time of its own, so that no
 * two files would be the same, and brings the whole process down where the picture is broken; here such a picture shows nothing.
 */
export function openLogo(doc: PDFKit.PDFDocument, logo: NonNullable<DocumentTeam['logo']>): Logo {
  const scale = Math.min(1, MOST_DOTS / Math.max(logo.width, logo.height))
  const [width, height] = [logo.width, logo.height].map((side) => Math.max(1, Math.round(side * scale)))
  // Base 64 has no signs that end an attribute; whatever else stands in it is left out.
  const data = logo.png.replace(/[^A-Za-z0-9+/=]/g, '')
  const href = `data:image/png;base64,${data}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`
  const { pixels } = new Resvg(svg, { background: '#ffffff', font: { loadSystemFonts: false } }).render()
  const colours = Buffer.alloc(width * height * 3)
  for (let dot = 0; dot < width * height; dot++) pixels.copy(colours, dot * 3, dot * 4, dot * 4 + 3)
  const reference = doc.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
  })
  reference.end(deflateSync(colours))
  return { name: 'Logo', reference, ratio: width / height }
}
