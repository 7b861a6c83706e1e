import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js'
import { fontFiles } from './fonts'
import { encodePng } from './png-file'
import type { Scene } from './scene'
import { sceneSvg, sheetSvg } from './svg'

function optionsOf(scale: number): ResvgRenderOptions {
  const { regular, semiBold, fallback, fallbackBold } = fontFiles()
  return {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    // Only these, so that the same scene gives the same bytes on every machine.
    font: {
      fontFiles: [regular, semiBold, fallback, fallbackBold],
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'DejaVu Sans',
    },
  }
}

/** A scene as a PNG on white, `scale` dots a pixel: 2 shows well on paper and on any screen. Takes some 30 ms. */
export const scenePng = (scene: Scene, scale: number): Uint8Array =>
  new Resvg(sceneSvg(scene, { title: '', alt: '' }), optionsOf(scale)).render().asPng()

/** Scenes that are drawn at once: fonts are read once for all of them, and pixels take some 2.5 MB each. */
const ON_A_SHEET = 3

/**
 * Scenes as PNGs on white, in their order, drawn and packed in threads beside while others have their turn: a third of the time of one after
 * the other. The same scenes give the same bytes.
 */
export async function scenePngs(scenes: readonly Scene[], scale: number): Promise<Uint8Array[]> {
  const sheets = Array.from({ length: Math.ceil(scenes.length / ON_A_SHEET) }, (_, index) =>
    scenes.slice(index * ON_A_SHEET, (index + 1) * ON_A_SHEET),
  )
  return (await Promise.all(sheets.map((sheet) => sheetPngs(sheet, scale)))).flat()
}

async function sheetPngs(scenes: readonly Scene[], scale: number): Promise<Uint8Array[]> {
  // Each begins at a whole dot by any of the usual scales, so that it is drawn as it would be by itself.
  const tops = scenes.map((_, index) =>
    scenes.slice(0, index).reduce((sum, { height }) => sum + 2 * Math.ceil(height / 2), 0),
  )
  const { pixels, width, height } = await renderAsync(sheetSvg(scenes, tops), optionsOf(scale))
  return Promise.all(
    scenes.map((scene, index) => {
      const top = Math.round(tops[index] * scale)
      const [across, down] = [Math.round(scene.width * scale), Math.ceil(scene.height * scale)]
      return encodePng({ pixels, width }, { top, width: Math.min(across, width), height: Math.min(down, height - top) })
    }),
  )
}
