import type { ChartWords } from '@/lib/briefings/model/chart'
import type { PointSpan } from '@/lib/charts/intervals'
import { isCovered, type LineRow, type TrendPoint } from '@/lib/charts/points'
import type { TrendModel } from '@/lib/charts/trend'
import { AXIS_HEIGHT, AXIS_WIDTH, scoreAxis, timeAxis } from './axes'
import { annotationFlags, contextDiamonds } from './flags'
import { bandZones, gapEntries, gapZones, roomForBands, weekZone } from './grounds'
import { INK } from './ink'
import { type LegendEntry, type LineLook, legendOf } from './legend'
import { LABEL_LANES, LANE_HEIGHT, markerItems } from './marker-labels'
import { type Plot, plotOf, type SceneSize } from './plot'
import type { Scene, SceneItem } from './scene'
import { circlePath, linePath, lonePlaces, stroked } from './shapes'
import { seriesName } from './words'

const HEIGHT = 350

const COVERED: LineLook = { stroke: INK.ink, strokeWidth: 2.25 }
const RUNNING: LineLook = { stroke: INK.ink, strokeWidth: 2, dash: [5, 4] }
const ARITHMETIC: LineLook = { stroke: INK.faint, strokeWidth: 1, dash: [2, 3] }
/** Two records are told apart by stroke, not by colour. */
const OTHER: LineLook = COVERED
const SHOWN: LineLook = { stroke: INK.muted, strokeWidth: 2, dash: [6, 4] }

type LineKey = 'covered' | 'arithmetic' | 'running' | 'other'

function lineItem(plot: Plot, rows: readonly LineRow[], key: LineKey, look: LineLook): SceneItem[] {
  const places = rows.map((row) => {
    const score = row[key]
    return score == null ? null : ([plot.xOf(row.day), plot.yOf(score)] as const)
  })
  const d = linePath(places)
  return d === '' ? [] : [{ kind: 'path', d, fill: 'none', ...look, name: `line:${key}` }]
}

const DOT = 1.75

/** Weekly closes are points; a day is not, unless nothing lies beside it. */
function dots(plot: Plot, { rows, grain, lines }: TrendModel): SceneItem[] {
  const places = rows.map(({ day, covered }) =>
    covered === null ? null : ([plot.xOf(day), plot.yOf(covered)] as const),
  )
  const all = grain === 'week' && !lines
  const drawn = all ? places.flatMap((place) => (place ? [place] : [])) : lonePlaces(places)
  const d = drawn.map((place) => circlePath(place, DOT)).join('')
  return d === '' ? [] : [{ kind: 'path', d, fill: INK.ink, name: 'dots:covered' }]
}

/** Half of the width that an interval without neighbours is drawn with, in days. */
const HALF_ALONE = 2

function intervalArea(plot: Plot, spans: readonly PointSpan[], index: number): SceneItem {
  const [first] = spans
  const ends =
    spans.length > 1
      ? spans
      : [first.day - HALF_ALONE, first.day + HALF_ALONE].map((day): PointSpan => ({ ...first, day }))
  const top = ends.map(({ day, high }) => [plot.within(day), plot.yOf(high)] as const)
  const bottom = ends.map(({ day, low }) => [plot.within(day), plot.yOf(low)] as const).reverse()
  const d = `${linePath([...top, ...bottom])}Z`
  return { kind: 'path', d, fill: INK.ink, opacity: 0.13, name: `interval:${index}` }
}

/** The same area's edge, which an area so light has to have. */
const intervalEdge = (area: SceneItem): SceneItem[] =>
  area.kind === 'path' ? [stroked(area.d, INK.muted, 0.75, { opacity: 0.55 })] : []

const CAP = 3

/** A whisker from the close to the week's high, where the high stands apart from it. */
function whiskers(plot: Plot, points: readonly TrendPoint[]): SceneItem[] {
  const d = points
    .filter((point) => point.high !== null && isCovered(point) && point.high > point.score)
    .map(({ day, score, high }) => {
      const [x, top, bottom] = [plot.xOf(day), plot.yOf(high ?? score), plot.yOf(score)]
      return `M${x - CAP},${top}H${x + CAP}M${x},${top}V${bottom}`
    })
    .join('')
  return d === '' ? [] : [stroked(d, INK.muted, 1, { name: 'whiskers' })]
}

function legendEntries({ lines, intervals }: TrendModel, words: ChartWords): LegendEntry[] {
  const interval: LegendEntry = { label: seriesName(words, 'interval', ''), line: COVERED, area: true }
  if (!lines) return intervals.length > 0 && interval.label !== '' ? [interval] : []
  return [
    { label: seriesName(words, 'shown', lines.shown), line: SHOWN },
    { label: seriesName(words, 'other', lines.other), line: OTHER },
  ]
}

/** The line of scores over its bands: intervals, gaps, markers with their titles, what people wrote, acts of third countries. */
export function trendScene(model: TrendModel, shownWeek: number, words: ChartWords, size: SceneSize): Scene {
  const { width, height = HEIGHT } = size
  const legend = legendOf([...legendEntries(model, words), ...gapEntries(model.gaps, words)], width)
  const lanes = model.markers.length > 0 ? LABEL_LANES * LANE_HEIGHT + 8 : 8
  const room = {
    top: legend.height + lanes,
    right: roomForBands(model.bands, words),
    bottom: AXIS_HEIGHT,
    left: AXIS_WIDTH,
  }
  const plot = plotOf({ width, height }, room, { time: model.timeDomain, score: model.scoreDomain })
  const areas = model.intervals.map((spans, index) => intervalArea(plot, spans, index))
  const items = [
    ...legend.items,
    ...bandZones(plot, model.bands, words),
    ...weekZone(plot, shownWeek),
    ...gapZones(plot, model.gaps, words),
    ...timeAxis(plot, model.timeDomain, words),
    ...scoreAxis(plot, model.scoreTicks, words),
    ...areas,
    ...areas.flatMap(intervalEdge),
    ...whiskers(plot, model.points),
    ...lineItem(plot, model.rows, 'arithmetic', ARITHMETIC),
    ...(model.lines ? lineItem(plot, model.rows, 'other', OTHER) : []),
    ...lineItem(plot, model.rows, 'running', model.lines ? SHOWN : RUNNING),
    ...lineItem(plot, model.rows, 'covered', model.lines ? SHOWN : COVERED),
    ...dots(plot, model),
    ...annotationFlags(plot, model.annotations),
    ...contextDiamonds(plot, model.context),
    ...markerItems(plot, model.markers),
  ]
  return { width, height, items }
}
