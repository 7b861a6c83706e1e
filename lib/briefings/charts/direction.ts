import type { ChartWords } from '@/lib/briefings/model/chart'
import { quarterTicks } from '@/lib/charts/axis'
import type { DirectionModel } from '@/lib/charts/contributions'
import { AXIS_HEIGHT, AXIS_WIDTH, scoreAxis, scoreRules, timeAxis } from './axes'
import { endLabels, type LineEnd, roomForEnds } from './end-labels'
import { annotationFlags } from './flags'
import { gapEntries, gapZones, runningZone, weekZone } from './grounds'
import { INK } from './ink'
import { type LineLook, legendOf } from './legend'
import { type Plot, plotOf, type SceneSize } from './plot'
import type { Scene, SceneItem } from './scene'
import { circlePath, linePath, lonePlaces } from './shapes'
import { scoreText, seriesName } from './words'

const HEIGHT = 240

/** Told apart by stroke, not by colour. */
const LOOKS: Readonly<Record<'forward' | 'backward', LineLook>> = {
  forward: { stroke: INK.ink, strokeWidth: 2.25 },
  backward: { stroke: INK.muted, strokeWidth: 1.75, dash: [6, 3] },
}

function direction(plot: Plot, { rows }: DirectionModel, side: 'forward' | 'backward'): SceneItem[] {
  const places = rows.map((row) => {
    const score = row[side]
    return score === null ? null : ([plot.xOf(row.day), plot.yOf(score)] as const)
  })
  const { stroke } = LOOKS[side]
  const lone = lonePlaces(places)
    .map((place) => circlePath(place, 1.75))
    .join('')
  return [
    { kind: 'path', d: linePath(places), fill: 'none', ...LOOKS[side], name: `line:${side}` },
    ...(lone === '' ? [] : [{ kind: 'path' as const, d: lone, fill: stroke }]),
  ]
}

/** What each side does to the other: the two contributions that add up to the weekly close. */
export function directionScene(model: DirectionModel, shownWeek: number, words: ChartWords, size: SceneSize): Scene {
  const { width, height = HEIGHT } = size
  const legend = legendOf(
    [
      { label: seriesName(words, 'forward', model.forwardLabel), line: LOOKS.forward },
      { label: seriesName(words, 'backward', model.backwardLabel), line: LOOKS.backward },
      ...gapEntries(model.gaps, words),
    ],
    width,
  )
  const { last } = model
  const texts = [last?.forward, last?.backward].flatMap((score) => (score == null ? [] : [scoreText(score, words)]))
  const room = {
    top: legend.height + 8,
    right: roomForEnds(texts.map((text) => ({ text }))),
    bottom: AXIS_HEIGHT,
    left: AXIS_WIDTH,
  }
  const plot = plotOf({ width, height }, room, { time: model.timeDomain, score: model.domain })
  const ends = (['forward', 'backward'] as const).flatMap((side): LineEnd[] => {
    const score = last?.[side]
    if (last === null || score == null) return []
    return [{ key: side, text: scoreText(score, words), x: plot.xOf(last.day), y: plot.yOf(score) }]
  })
  const ticks = quarterTicks(model.domain)
  const items = [
    ...legend.items,
    ...scoreRules(plot, ticks),
    ...weekZone(plot, shownWeek),
    ...gapZones(plot, model.gaps, words),
    ...timeAxis(plot, model.timeDomain, words),
    ...scoreAxis(plot, ticks, words),
    ...direction(plot, model, 'backward'),
    ...direction(plot, model, 'forward'),
    ...runningZone(plot, model.running),
    ...annotationFlags(plot, model.annotations),
    ...endLabels(plot, ends),
  ]
  return { width, height, items }
}
