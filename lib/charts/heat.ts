import { type AnnotationMark, annotationSummary, daysOfWeeks, withAnnotations } from '@/lib/charts/annotations'
import { marksOf, runningOf } from '@/lib/charts/contributions'
import { isCovered } from '@/lib/charts/points'
import type { ChartTable } from '@/lib/charts/table'
import { weekIdOf } from '@/lib/core/calendar'
import { CATEGORIES, CATEGORY_LABELS, type Category } from '@/lib/core/codebook'
import type { WeekView } from '@/lib/dyads/views'
import { formatPoints } from '@/lib/format'

/** A week of the heat map: fresh points by category, or null where it was not checked. */
export interface HeatWeek {
  weekStart: number
  points: Record<Category, number> | null
}

/** Fresh points by category and week. `most` is the largest size of a cell; shades run to it. Plain data. */
export interface HeatModel {
  weeks: HeatWeek[]
  most: number
  /** Monday of the week that is not over, where it is among them. */
  running: number | null
  annotations: AnnotationMark[]
  summary: string
  table: ChartTable
}

const totalOf = (week: WeekView) => CATEGORIES.reduce((sum, category) => sum + week.inflow.byCategory[category], 0)

function heatSummary(weeks: readonly WeekView[]): string {
  const active = weeks.filter((week) => week.incidents > 0)
  if (active.length === 0) return 'No incident in this range.'
  const heaviest = active.reduce((best, week) => (totalOf(week) > totalOf(best) ? week : best))
  const parts = CATEGORIES.map((category) => ({ category, points: heaviest.inflow.byCategory[category] }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ category, points }) => `${CATEGORY_LABELS[category].toLowerCase()} ${formatPoints(points)}`)
  return `Heaviest in ${weekIdOf(heaviest.weekStart)} with ${formatPoints(totalOf(heaviest))} fresh points: ${parts.join(', ')}.`
}

/** How dark a cell is, 0.12 to 1 by the root of its share, so that a remark still shows beside a killing; 0 for nothing. */
export const shadeOf = (points: number, most: number): number =>
  points === 0 || most === 0 ? 0 : 0.12 + 0.88 * Math.sqrt(Math.abs(points) / most)

/** The model of the heat map over some weeks, oldest first, with the dyad's annotations. */
export function heatModel(weeks: readonly WeekView[], marks: readonly AnnotationMark[] = []): HeatModel {
  const annotations = marksOf(weeks, marks)
  const covered = weeks.filter(isCovered)
  const sizes = covered.flatMap((week) => CATEGORIES.map((category) => Math.abs(week.inflow.byCategory[category])))
  return {
    weeks: weeks.map((week) => ({
      weekStart: week.weekStart,
      points: isCovered(week) ? week.inflow.byCategory : null,
    })),
    most: sizes.reduce((most, size) => Math.max(most, size), 0),
    running: runningOf(weeks),
    annotations,
    summary: heatSummary(covered) + annotationSummary(annotations),
    table: withAnnotations(
      {
        caption: 'Fresh points of each week by category',
        columns: [
          { label: 'Week', format: 'text' },
          ...CATEGORIES.map((category) => ({ label: CATEGORY_LABELS[category], format: 'points' as const })),
          { label: 'All', format: 'points' },
        ],
        rows: weeks.map((week) =>
          isCovered(week)
            ? [
                weekIdOf(week.weekStart),
                ...CATEGORIES.map((category) => week.inflow.byCategory[category]),
                totalOf(week),
              ]
            : [weekIdOf(week.weekStart), ...CATEGORIES.map(() => null), null],
        ),
      },
      daysOfWeeks(weeks),
      annotations,
    ),
  }
}
