import { Resvg } from '@resvg/resvg-js'
import { fontFiles } from './fonts'
import type { Scene } from './scene'
import { sceneSvg } from './svg'

/** A scene as a PNG on white, `scale` dots a pixel: 2 shows well on paper and on any screen. Takes some 100 ms. */
export function scenePng(scene: Scene, scale: number): Uint8Array {
  const { regular, semiBold, fallback, fallbackBold } = fontFiles()
  const svg = sceneSvg(scene, { title: '', alt: '' })
  const image = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    // Only these, so that the same scene gives the same bytes on every machine.
    font: {
      fontFiles: [regular, semiBold, fallback, fallbackBold],
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'DejaVu Sans',
    },
  })
  return image.render().asPng()
}
