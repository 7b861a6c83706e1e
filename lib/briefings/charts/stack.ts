import { stack, stackOffsetDiverging } from 'd3-shape'
import type { ChartWords } from '@/lib/briefings/model/chart'
import { quarterTicks } from '@/lib/charts/axis'
import type { CategoryRow, StackModel } from '@/lib/charts/contributions'
import { CATEGORIES, type Category } from '@/lib/core/codebook'
import { CATEGORY_COLOURS } from '@/lib/palette'
import { AXIS_HEIGHT, AXIS_WIDTH, scoreAxis, scoreRules, timeAxis } from './axes'
import { type LineEnd, roomForEnds, sideLabels } from './end-labels'
import { annotationFlags } from './flags'
import { gapEntries, gapZones, runningZone, weekZone } from './grounds'
import { INK } from './ink'
import { legendOf } from './legend'
import { type Plot, plotOf, type SceneSize } from './plot'
import type { Scene, SceneItem } from './scene'
import { circlePath, linePath, lonePlaces, rectPath } from './shapes'
import { seriesName } from './words'

const HEIGHT = 260
const MIDDLE_OF_WEEK = 3
/** Share of a week's width that its bar takes. */
const BAR_SHARE = 0.86

/** Lower and upper end of each category's part, by category and row. */
function partsOf(rows: readonly CategoryRow[]): Map<Category, [number, number][]> {
  const layout = stack<CategoryRow, Category>()
    .keys(CATEGORIES)
    .value((row, category) => row[category] ?? 0)
    .offset(stackOffsetDiverging)
  return new Map(
    layout([...rows]).map((series) => [series.key, series.map(([from, to]): [number, number] => [from, to])]),
  )
}

type Parts = ReturnType<typeof partsOf>

function bars(plot: Plot, { rows, present }: StackModel, parts: Parts): SceneItem[] {
  const width = Math.max(0.5, (plot.width / Math.max(1, rows.length)) * BAR_SHARE)
  return present.map((category): SceneItem => {
    const d = (parts.get(category) ?? [])
      .map(([from, to], index) => {
        if (from === to) return ''
        const top = plot.yOf(to)
        return rectPath(plot.xOf(rows[index].weekStart + MIDDLE_OF_WEEK) - width / 2, top, width, plot.yOf(from) - top)
      })
      .join('')
    return { kind: 'path', d, fill: CATEGORY_COLOURS[category].light, name: `stack:${category}` }
  })
}

function closes(plot: Plot, rows: readonly CategoryRow[]): SceneItem[] {
  const places = rows.map(({ weekStart, score }) =>
    score === null ? null : ([plot.xOf(weekStart + MIDDLE_OF_WEEK), plot.yOf(score)] as const),
  )
  const lone = lonePlaces(places)
    .map((place) => circlePath(place, 1.75))
    .join('')
  return [
    { kind: 'path', d: linePath(places), fill: 'none', stroke: INK.ink, strokeWidth: 1.5, name: 'line:score' },
    ...(lone === '' ? [] : [{ kind: 'path' as const, d: lone, fill: INK.ink }]),
  ]
}

/** Each category's name beside its part of the last covered week, from the top down. */
function endsOf(plot: Plot, { rows, present }: StackModel, parts: Parts, words: ChartWords): LineEnd[] {
  const last = rows.findLastIndex(({ score }) => score !== null)
  if (last < 0) return []
  const half = (plot.width / rows.length) * (BAR_SHARE / 2)
  const x = plot.xOf(rows[last].weekStart + MIDDLE_OF_WEEK) + half - 3
  return present.toReversed().map((category) => {
    const [from, to] = parts.get(category)?.[last] ?? [0, 0]
    return { key: category, text: nameOf(category, words), x, y: plot.yOf((from + to) / 2), square: squareOf(category) }
  })
}

const nameOf = (category: Category, words: ChartWords): string =>
  seriesName(words, category, words.categories[category] ?? category)

const squareOf = (category: Category): string => CATEGORY_COLOURS[category].light

/** The categories' contributions stacked week by week; they add up to the weekly close, which is drawn on them. */
export function stackScene(model: StackModel, shownWeek: number, words: ChartWords, size: SceneSize): Scene {
  const { width, height = HEIGHT } = size
  const legend = legendOf(gapEntries(model.gaps, words), width)
  const names = model.present.map((category) => ({ text: nameOf(category, words), square: squareOf(category) }))
  const room = { top: legend.height + 8, right: roomForEnds(names), bottom: AXIS_HEIGHT, left: AXIS_WIDTH }
  const plot = plotOf({ width, height }, room, { time: model.timeDomain, score: model.domain })
  const parts = partsOf(model.rows)
  const ticks = quarterTicks(model.domain)
  const items = [
    ...legend.items,
    ...scoreRules(plot, ticks),
    ...weekZone(plot, shownWeek),
    ...gapZones(plot, model.gaps, words),
    ...bars(plot, model, parts),
    ...timeAxis(plot, model.timeDomain, words),
    ...scoreAxis(plot, ticks, words),
    ...closes(plot, model.rows),
    ...runningZone(plot, model.running),
    ...annotationFlags(plot, model.annotations),
    ...sideLabels(plot, endsOf(plot, model, parts, words)),
  ]
  return { width, height, items }
}
