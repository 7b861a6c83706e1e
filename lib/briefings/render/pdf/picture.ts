import { chartScene } from '@/lib/briefings/charts/chart-scene'
import type { Scene } from '@/lib/briefings/charts/scene'
import type { DocumentChart } from '@/lib/briefings/model/chart'
import type { DocumentPicture } from '@/lib/briefings/model/document'
import { drawScene, sceneHeight } from './draw-scene'
import type { Unit } from './pages'
import { paragraphUnits } from './paragraph'
import type { Sheet } from './sheet'
import { CONTENT_WIDTH, leadingOf, MARGIN, STYLES } from './style'
import type { Tag } from './tag'

/** Pixels of 1/96 inch that the text's width has. */
const PIXELS = Math.round((CONTENT_WIDTH / 72) * 96)
/** A trend may be so low, in pixels, where it comes to stand on the page of what it shows. */
const LOWEST_TREND = 215
const ABOVE = 4
const SOURCE = { style: STYLES.keyNote, before: 2 }

/**
 * A chart with what it says above it, and where it comes from below.
 * @param room what the page has room for when the chart itself is reached
 */
export function* pictureUnits(
  sheet: Sheet,
  parent: Tag,
  picture: DocumentPicture,
  room: () => number,
): Generator<Unit> {
  const { words } = sheet.document
  const title = { text: `${words.chart} ${sheet.next.chart++}. ${picture.title}`, style: STYLES.caption }
  const reading = picture.reading ? [{ text: `.  ${picture.reading}`, style: STYLES.small }] : []
  const captionLook = { style: STYLES.caption, before: 10, keepWithNext: true }
  yield* paragraphUnits(sheet.fonts, parent.child('P'), [title, ...reading], captionLook)
  const left = room() - ABOVE - SOURCE.before - leadingOf(SOURCE.style)
  const scene = sceneFor(picture.chart, (left * PIXELS) / CONTENT_WIDTH)
  const height = sceneHeight(scene, CONTENT_WIDTH)
  yield {
    height,
    before: ABOVE,
    keepWithNext: true,
    draw: (painter, y) => {
      const bbox: [number, number, number, number] = [MARGIN.left, y, MARGIN.left + CONTENT_WIDTH, y + height]
      const figure = parent.child('Figure', { alt: picture.alt, bbox })
      painter.content(figure, () => drawScene(painter, scene, { x: MARGIN.left, y, width: CONTENT_WIDTH }))
    },
  }
  yield* paragraphUnits(sheet.fonts, parent.child('P'), [{ text: picture.source, style: SOURCE.style }], SOURCE)
}

/** The chart at its own height; a trend as low as `left` pixels allow, where it can be read so. */
function sceneFor(chart: DocumentChart, left: number): Scene {
  const scene = chartScene(chart, { width: PIXELS })
  const fits = chart.kind === 'trend' && left < scene.height && left >= LOWEST_TREND
  return fits ? chartScene(chart, { width: PIXELS, height: Math.floor(left) }) : scene
}
