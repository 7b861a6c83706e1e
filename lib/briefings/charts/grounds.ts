import type { ChartWords } from '@/lib/briefings/model/chart'
import { weekSpan } from '@/lib/charts/axis'
import type { BandZone } from '@/lib/charts/bands'
import type { Gap } from '@/lib/charts/gaps'
import { bandColour } from '@/lib/palette'
import { INK, SMALL } from './ink'
import type { LegendEntry } from './legend'
import type { Plot } from './plot'
import type { SceneItem } from './scene'
import { filled, hatchPath, stroked, textAt, textOnGround } from './shapes'
import { textWidth } from './text-width'
import { bandName } from './words'

const LEAST_HEIGHT_OF_NAME = 13
const NAME_GAP = 6

/** Room right of a plot for the names of its bands. */
export const roomForBands = (bands: readonly BandZone[], words: ChartWords): number =>
  Math.ceil(Math.max(0, ...bands.map(({ name }) => textWidth(bandName(words, name), SMALL)))) + NAME_GAP + 2

const INSIDE_HEIGHT = 10

/** The bands behind lines of scores, named beside the plot, or inside of it at its left. */
export const bandZones = (
  plot: Plot,
  bands: readonly BandZone[],
  words: ChartWords,
  names: 'beside' | 'inside' = 'beside',
): SceneItem[] =>
  bands.flatMap(({ name, from, to }): SceneItem[] => {
    const [top, bottom] = [plot.yOf(to), plot.yOf(from)]
    const zone = { x: plot.x, y: top, width: plot.width, height: bottom - top }
    const text = bandName(words, name)
    const label =
      names === 'beside'
        ? textAt(plot.right + NAME_GAP, (top + bottom) / 2, text)
        : textAt(plot.x + NAME_GAP, top + INSIDE_HEIGHT, text)
    return [
      filled(zone, bandColour(name).light, { opacity: 0.12, name: `band:${name}` }),
      { kind: 'line', x1: plot.x, x2: plot.right, y1: top, y2: top, stroke: INK.line, strokeWidth: 1 },
      ...(bottom - top >= LEAST_HEIGHT_OF_NAME ? [label] : []),
    ]
  })

const LABEL_ROOM = 8

/** Hatching over the weeks that nobody checked, with the words where there is room for them. */
export const gapZones = (plot: Plot, gaps: readonly Gap[], { notChecked }: ChartWords): SceneItem[] =>
  gaps.flatMap(({ from, to }): SceneItem[] => {
    const [left, right] = [plot.within(from), plot.within(to)]
    if (right <= left) return []
    const zone = { x: left, y: plot.y, width: right - left, height: plot.height }
    const hasRoom = textWidth(notChecked, SMALL) + LABEL_ROOM <= zone.width
    return [
      filled(zone, INK.ground, { opacity: 0.6, name: `gap:${from}` }),
      stroked(hatchPath(zone), INK.hatch, 1.2, { opacity: 0.75 }),
      ...(hasRoom ? textOnGround((left + right) / 2, plot.y + 12, notChecked, { anchor: 'middle' }) : []),
    ]
  })

/** What the hatching means, where there is any: nobody can point at it on paper. */
export const gapEntries = (gaps: readonly Gap[], { notChecked }: ChartWords): LegendEntry[] =>
  gaps.length > 0 ? [{ label: notChecked, hatch: true }] : []

/** The week that is told of, shaded. */
export function weekZone(plot: Plot, weekStart: number): SceneItem[] {
  const [left, right] = weekSpan(weekStart).map(plot.within)
  if (right <= left) return []
  const zone = { x: left, y: plot.y, width: right - left, height: plot.height }
  return [filled(zone, INK.ink, { opacity: 0.09, name: 'week:shown' })]
}

/** A week that is not over, framed in dashes: its figures are those so far. */
export function runningZone(plot: Plot, weekStart: number | null): SceneItem[] {
  if (weekStart === null) return []
  const [left, right] = weekSpan(weekStart).map(plot.within)
  if (right <= left) return []
  const zone = { x: left, y: plot.y + 1, width: Math.max(2, right - left), height: plot.height - 2 }
  const [x2, y2] = [zone.x + zone.width, zone.y + zone.height]
  const frame = `M${zone.x},${zone.y}H${x2}V${y2}H${zone.x}Z`
  return [
    filled(zone, INK.ground, { opacity: 0.45, name: 'week:running' }),
    stroked(frame, INK.muted, 1, { dash: [4, 3] }),
  ]
}
