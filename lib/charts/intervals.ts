import { scoreDomain, scoreTicks } from '@/lib/charts/axis'
import { bandZones } from '@/lib/charts/bands'
import { isCovered, type TrendPoint } from '@/lib/charts/points'
import type { ChartTable } from '@/lib/charts/table'
import type { TrendModel } from '@/lib/charts/trend'
import type { Band } from '@/lib/core/scoring'

/** An interval around one point of a line of scores. */
export interface PointSpan {
  day: number
  low: number
  high: number
}

/** What is known of a week's interval: the quantiles of its draws. */
interface Span {
  weekStart: number
  p05: number
  p95: number
}

/** Points that follow each other without a gap, so that an area may join them. */
function stretchesOf(points: readonly TrendPoint[]): PointSpan[][] {
  const stretches: PointSpan[][] = []
  let open: PointSpan[] | null = null
  for (const { day, interval } of points) {
    if (!interval) open = null
    else if (open) open.push({ day, ...interval })
    else {
      open = [{ day, ...interval }]
      stretches.push(open)
    }
  }
  return stretches
}

/** The table with both ends of the interval after the score. */
function withEnds(table: ChartTable, points: readonly TrendPoint[]): ChartTable {
  const at = table.columns.findIndex(({ format }) => format === 'score') + 1
  const columns = [...table.columns]
  columns.splice(at, 0, { label: 'Interval from', format: 'score' }, { label: 'Interval to', format: 'score' })
  const rows = table.rows.map((row, index) => {
    const { interval } = points[index]
    return [...row.slice(0, at), interval?.low ?? null, interval?.high ?? null, ...row.slice(at)]
  })
  return { ...table, columns, rows }
}

/**
 * The model of a line of weekly closes with an interval around each covered one: in its points, its table and its axis. What
 * nobody checked has none.
 */
export function withIntervals(model: TrendModel, spans: readonly Span[], bands: readonly Band[]): TrendModel {
  const byWeek = new Map(spans.map((span) => [span.weekStart, span]))
  const points = model.points.map((point): TrendPoint => {
    const span = byWeek.get(point.weekStart)
    return span && isCovered(point) && !point.unsaid ? { ...point, interval: { low: span.p05, high: span.p95 } } : point
  })
  const [low, high] = model.scoreDomain
  const domain = scoreDomain([low, high, ...points.map(({ interval }) => interval?.low ?? 0)])
  return {
    ...model,
    points,
    intervals: stretchesOf(points),
    scoreDomain: domain,
    scoreTicks: scoreTicks(bands, domain),
    bands: bandZones(bands, domain),
    table: withEnds(model.table, points),
  }
}
