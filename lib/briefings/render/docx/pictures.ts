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
  readonly #drawn = new Map<string, { scene: Scene; png: Uint8Array }>()
  readonly #pictures = new Map<string, Uint8Array>()

  /** Draws the charts of a document, several at once; some 20 ms each. */
  async draw({ sections }: BriefingDocument): Promise<void> {
    const pictures = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'chart' ? [block.picture] : [])),
    )
    const scenes = pictures.map(({ chart }) => chartScene(chart, { width: PICTURE_WIDTH }))
    const pngs = await scenePngs(scenes, PNG_SCALE)
    for (const [index, { id }] of pictures.entries()) this.#drawn.set(id, { scene: scenes[index], png: pngs[index] })
  }

  /**
   * A chart with what it says for those who do not see it; a PNG stands in where a program draws no SVG.
   * @throws RangeError for a chart that was not drawn.
   */
  chart({ title, alt, id }: DocumentPicture): Paragraph {
    const drawn = this.#drawn.get(id)
    if (!drawn) throw new RangeError(`the chart ${id} was not drawn`)
    const { scene, png } = drawn
    const image = new ImageRun({
      type: 'svg',
      data: this.#standIn(strToU8(sceneSvg(scene, { title, alt }))),
      fallback: { type: 'png', data: this.#standIn(png) },
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

  /** Puts the pictures where their stand-ins are. */
  place(parts: PackageParts): void {
    for (const [name, bytes] of parts) {
      const picture = MEDIA.test(name) ? this.#pictures.get(strFromU8(bytes)) : undefined
      if (picture) parts.set(name, picture)
    }
  }

  #standIn(picture: Uint8Array): Buffer {
    const name = `picture ${this.#pictures.size + 1}`
    this.#pictures.set(name, picture)
    return Buffer.from(name)
  }
}
