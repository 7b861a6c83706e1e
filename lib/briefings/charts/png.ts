import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js'
import { fontFiles } from './fonts'
import type { Scene } from './scene'
import { sceneSvg } from './svg'

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

const svgOf = (scene: Scene): string => sceneSvg(scene, { title: '', alt: '' })

/** A scene as a PNG on white, `scale` dots a pixel: 2 shows well on paper and on any screen. Takes some 30 ms. */
export const scenePng = (scene: Scene, scale: number): Uint8Array =>
  new Resvg(svgOf(scene), optionsOf(scale)).render().asPng()

/** The same, the same bytes, in a thread beside: several are made at once while others have their turn. */
export const scenePngBeside = async (scene: Scene, scale: number): Promise<Uint8Array> =>
  (await renderAsync(svgOf(scene), optionsOf(scale))).asPng()
