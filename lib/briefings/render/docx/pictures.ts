import { AlignmentType, ImageRun, Paragraph } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { chartScene } from '@/lib/briefings/charts/chart-scene'
import { scenePngs } from '@/lib/briefings/charts/png'
import type { Scene } from '@/lib/briefings/charts/scene'
import { sceneSvg } from '@/lib/briefings/charts/svg'
import type { BriefingDocument, DocumentPicture, DocumentTeam } from '@/lib/briefings/model/document'
import type { PackageParts } from '@/lib/briefings/render/office/package-parts'
import { STYLES } from './styles'

/** Width of the text, 170 mm in pixels of 1/96 inch. */
const PICTURE_WIDTH = 640
/** Dots a pixel of the picture for programs that do not draw SVG. */
const PNG_SCALE = 1.5
/** Room for a team's logo, in pixels. */
const LOGO = { width: 200, height: 64 }

const MEDIA = /^word\/media\//

/**
 * The pictures of a document. The library gets a stand-in for each: it would hash and compress every picture, only to have it unpacked again
 * when the file is finished.
 */
export class PictureBook {
  readonly #scenes: ReadonlyMap<string, Scene>
  /** PNGs by the chart they are of, which are made while the document is written. */
  readonly #pngs: Promise<ReadonlyMap<string, Uint8Array>>
  readonly #pictures = new Map<string, Uint8Array | { pngOf: string }>()

  /** Begins to draw the charts of a document, several at once; some 20 ms each, in threads beside. */
  constructor({ sections }: BriefingDocument) {
    const pictures = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'chart' ? [block.picture] : [])),
    )
    const scenes = pictures.map(({ chart }) => chartScene(chart, { width: PICTURE_WIDTH }))
    this.#scenes = new Map(pictures.map(({ id }, index) => [id, scenes[index]]))
    this.#pngs = scenePngs(scenes, PNG_SCALE).then(
      (pngs) => new Map(pictures.map(({ id }, index) => [id, pngs[index]])),
    )
    // Heard where the pictures are placed; a document that is given up before does not ask for them.
    this.#pngs.catch(() => undefined)
  }

  /**
   * A chart with what it says for those who do not see it; a PNG stands in where a program draws no SVG.
   * @throws RangeError for a chart that is not in the document.
   */
  chart({ title, alt, id }: DocumentPicture): Paragraph {
    const scene = this.#scenes.get(id)
    if (!scene) throw new RangeError(`the document has no chart ${id}`)
    const image = new ImageRun({
      type: 'svg',
      data: this.#standIn(strToU8(sceneSvg(scene, { title, alt }))),
      fallback: { type: 'png', data: this.#standIn({ pngOf: id }) },
      transformation: { width: Math.round(scene.width), height: Math.round(scene.height) },
      altText: { name: id, title, description: alt },
    })
    return new Paragraph({ keepNext: true, alignment: AlignmentType.LEFT, children: [image] })
  }

  /** The team's logo, no larger than its room. */
  logo({ logo, name }: DocumentTeam): Paragraph[] {
    if (!logo) return []
    const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height, 1)
    const transformation = {
      width: Math.max(1, Math.round(logo.width * scale)),
      height: Math.max(1, Math.round(logo.height * scale)),
    }
    const image = new ImageRun({
      type: 'png',
      data: this.#standIn(Buffer.from(logo.png, 'base64')),
      transformation,
      altText: { name: 'logo', title: name, description: name },
    })
    return [new Paragraph({ style: STYLES.small, children: [image] })]
  }

  /** Puts the pictures where their stand-ins are, once they are drawn. */
  async place(parts: PackageParts): Promise<void> {
    const pngs = await this.#pngs
    for (const [name, bytes] of parts) {
      const picture = MEDIA.test(name) ? this.#pictures.get(strFromU8(bytes)) : undefined
      const drawn = picture && 'pngOf' in picture ? pngs.get(picture.pngOf) : picture
      if (drawn) parts.set(name, drawn)
    }
  }

  #standIn(picture: Uint8Array | { pngOf: string }): Buffer {
    const name = `picture ${this.#pictures.size + 1}`
    this.#pictures.set(name, picture)
    return Buffer.from(name)
  }
}
