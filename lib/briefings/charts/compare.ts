import type { ChartWords } from '@/lib/briefings/model/chart'
import { type CompareModel, compareTicks } from '@/lib/charts/compare'
import { type Stroke, type StrokePoint, strokeOf } from '@/lib/charts/compare-strokes'
import { AXIS_HEIGHT, AXIS_WIDTH, axisOfTicks, mostTicks, scoreAxis, scoreRules } from './axes'
import { endLabels, type LineEnd, roomForEnds } from './end-labels'
import { bandZones } from './grounds'
import { INK } from './ink'
import { type LineLook, legendOf } from './legend'
import { type Plot, plotOf, type SceneSize } from './plot'
import type { Scene, SceneItem } from './scene'
import { circlePath, linePath, stroked } from './shapes'
import { seriesName, ticksIn } from './words'

const HEIGHT = 330

/**
 * Eight lines told apart by dash and weight in a ramp of greys, and named at their end: every colour has a meaning of its own, a dyad
 * has none.
 */
const LOOKS: readonly LineLook[] = [
  { stroke: INK.ink, strokeWidth: 2.5 },
  { stroke: INK.muted, strokeWidth: 2, dash: [9, 4] },
  { stroke: INK.ink, strokeWidth: 2.75, dash: [2.5, 3.5] },
  { stroke: INK.faint, strokeWidth: 1.25 },
  { stroke: INK.ink, strokeWidth: 2, dash: [11, 4, 2, 4] },
  { stroke: INK.muted, strokeWidth: 2, dash: [4.5, 3] },
  { stroke: INK.faint, strokeWidth: 2.75, dash: [18, 6] },
  { stroke: INK.muted, strokeWidth: 1.75, dash: [10, 3, 2, 3, 2, 3] },
]

const lookOf = (index: number): LineLook => LOOKS[index % LOOKS.length]

function strokeItems(plot: Plot, { runs, running }: Stroke, look: LineLook, dyadId: string): SceneItem[] {
  const placeOf = ({ at, value }: StrokePoint) => [plot.xOf(at), plot.yOf(value)] as const
  const long = runs.filter((run) => run.length > 1).map((run) => linePath(run.map(placeOf)))
  const lone = runs.filter((run) => run.length === 1).map(([one]) => circlePath(placeOf(one), 2.25))
  const ring = running.at(-1)
  return [
    ...(long.length > 0 ? [stroked(long.join(''), look.stroke, look.strokeWidth, lineNamed(look, dyadId))] : []),
    ...(lone.length > 0 ? [{ kind: 'path' as const, d: lone.join(''), fill: look.stroke }] : []),
    ...(running.length > 1
      ? [stroked(linePath(running.map(placeOf)), look.stroke, 1.5, { dash: [2, 3], name: `running:${dyadId}` })]
      : []),
    ...(ring ? [stroked(circlePath(placeOf(ring), 3.5), look.stroke, 1.5, { fill: INK.ground })] : []),
  ]
}

const lineNamed = ({ dash }: LineLook, dyadId: string) => ({ ...(dash ? { dash } : {}), name: `line:${dyadId}` })

function weekAxis(plot: Plot, model: CompareModel, words: ChartWords): SceneItem[] {
  const found = compareTicks(model, mostTicks(plot))
  // Weeks that are counted from one have no months.
  const ticks = model.by === 'calendar' ? ticksIn(found, words) : found
  const x = plot.xOf(0)
  const zero: SceneItem[] =
    model.by === 'calendar'
      ? []
      : [
          {
            kind: 'line',
            x1: x,
            x2: x,
            y1: plot.y,
            y2: plot.bottom,
            stroke: INK.lineStrong,
            strokeWidth: 1,
            dash: [2, 2],
          },
        ]
  return [...zero, ...axisOfTicks(plot, ticks, ({ at }) => plot.xOf(at))]
}

/** All lines in one picture with one scale, named at their ends; a line breaks where nobody checked. */
export function compareScene(model: CompareModel, words: ChartWords, size: SceneSize): Scene {
  const { width, height = HEIGHT } = size
  const strokes = model.lines.map((_, index) => strokeOf(model, index, 'close'))
  const entries = model.lines.map(({ dyadId, name }, index) => {
    return { label: `${seriesName(words, dyadId, name)} (${dyadId})`, line: lookOf(index) }
  })
  const legend = legendOf(entries, width)
  const ids = model.lines.map(({ dyadId }) => ({ text: dyadId }))
  const room = {
    top: legend.height + 8,
    right: roomForEnds(ids),
    bottom: AXIS_HEIGHT,
    left: AXIS_WIDTH,
  }
  const [first, last] = [model.rows[0]?.at ?? 0, model.rows.at(-1)?.at ?? 0]
  // Half a week of room at each end.
  const plot = plotOf({ width, height }, room, { time: [first - 0.5, last + 0.5], score: model.domain })
  const ends = strokes.flatMap(({ end }, index): LineEnd[] => {
    const { dyadId } = model.lines[index]
    return end ? [{ key: dyadId, text: dyadId, x: plot.xOf(end.at), y: plot.yOf(end.value) }] : []
  })
  const items = [
    ...legend.items,
    ...bandZones(plot, model.bands, words, 'inside'),
    ...(model.bands.length > 0 ? [] : scoreRules(plot, model.scoreTicks)),
    ...weekAxis(plot, model, words),
    ...scoreAxis(plot, model.scoreTicks, words),
    ...strokes.flatMap((stroke, index) => strokeItems(plot, stroke, lookOf(index), model.lines[index].dyadId)),
    ...endLabels(plot, ends),
  ]
  return { width, height, items }
}
