import type { ChartWords } from '@/lib/briefings/model/chart'
import type { LinesModel, Stroke } from '@/lib/charts/lines'
import { AXIS_HEIGHT, AXIS_WIDTH, scoreAxis, timeAxis } from './axes'
import { bandZones, gapEntries, gapZones, roomForBands } from './grounds'
import { INK, SMALL } from './ink'
import { type LineLook, legendOf } from './legend'
import { type Plot, plotOf, type SceneSize } from './plot'
import type { Scene, SceneItem } from './scene'
import { circlePath, linePath, lonePlaces, textAt } from './shapes'
import { textWidth } from './text-width'
import { seriesName } from './words'

const HEIGHT = 280
const MARK_ROOM = 18

const LOOKS: Readonly<Record<Stroke, LineLook>> = {
  solid: { stroke: INK.ink, strokeWidth: 2.25 },
  dashed: { stroke: INK.ink, strokeWidth: 2, dash: [7, 4] },
  dotted: { stroke: INK.muted, strokeWidth: 2.25, dash: [2, 4] },
}

function lineItems(plot: Plot, { rows }: LinesModel, { key, stroke }: LinesModel['lines'][number]): SceneItem[] {
  const places = rows.map((row) => {
    const score = row[key] ?? null
    return score === null ? null : ([plot.xOf(row.day ?? 0), plot.yOf(score)] as const)
  })
  const lone = lonePlaces(places)
    .map((place) => circlePath(place, 2))
    .join('')
  return [
    { kind: 'path', d: linePath(places), fill: 'none', ...LOOKS[stroke], name: `line:${key}` },
    ...(lone === '' ? [] : [{ kind: 'path' as const, d: lone, fill: LOOKS[stroke].stroke }]),
  ]
}

/** A day that is marked, with its word above the plot. */
function markItems(plot: Plot, { day, label }: { day: number; label: string }): SceneItem[] {
  const x = plot.xOf(day)
  if (x < plot.x || x > plot.right) return []
  const half = textWidth(label, SMALL) / 2
  const middle = Math.min(plot.right - half, Math.max(plot.x + half, x))
  return [
    { kind: 'line', x1: x, x2: x, y1: plot.y, y2: plot.bottom, stroke: INK.muted, strokeWidth: 1, name: 'mark' },
    textAt(middle, plot.y - 8, label, { anchor: 'middle' }),
  ]
}

/** Several lines of scores over the same time, bands behind them. */
export function linesScene(
  model: LinesModel,
  mark: { day: number; label: string } | null,
  words: ChartWords,
  size: SceneSize,
): Scene {
  const { width, height = HEIGHT } = size
  const entries = model.lines.map(({ key, label, stroke }) => {
    return { label: seriesName(words, key, label), line: LOOKS[stroke] }
  })
  const legend = legendOf([...entries, ...gapEntries(model.gaps, words)], width)
  const room = {
    top: legend.height + (mark ? MARK_ROOM : 8),
    right: roomForBands(model.bands, words),
    bottom: AXIS_HEIGHT,
    left: AXIS_WIDTH,
  }
  const plot = plotOf({ width, height }, room, { time: model.timeDomain, score: model.scoreDomain })
  const items = [
    ...legend.items,
    ...bandZones(plot, model.bands, words),
    ...gapZones(plot, model.gaps, words),
    ...timeAxis(plot, model.timeDomain, words),
    ...scoreAxis(plot, model.scoreTicks, words),
    ...(mark ? markItems(plot, mark) : []),
    ...model.lines.flatMap((line) => lineItems(plot, model, line)),
  ]
  return { width, height, items }
}
