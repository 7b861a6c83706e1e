import { type AnnotationMark, annotationSummary, marksWithin, withAnnotations } from '@/lib/charts/annotations'
import { scoreDomain, scoreTicks, timeSpanOf } from '@/lib/charts/axis'
import { type BandZone, bandZones } from '@/lib/charts/bands'
import { type Gap, gapsOf } from '@/lib/charts/gaps'
import type { PointSpan } from '@/lib/charts/intervals'
import { type Marker, markersOn } from '@/lib/charts/markers'
import { isCovered, type LineRow, lineRows, type TrendPoint } from '@/lib/charts/points'
import { summaryOf } from '@/lib/charts/summary'
import type { ChartCell, ChartTable } from '@/lib/charts/table'
import { formatDay, isoOf, weekEndOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { displayOf } from '@/lib/core/scoring'
import type { ContextMark, DyadView } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'

/** Everything that a picture of a line of scores needs; whatever draws it adds only size and ink. Plain data. */
export interface TrendModel {
  grain: 'week' | 'day'
  points: TrendPoint[]
  rows: LineRow[]
  timeDomain: [number, number]
  scoreDomain: [number, number]
  scoreTicks: number[]
  bands: BandZone[]
  gaps: Gap[]
  /** Strongest first. */
  markers: Marker[]
  context: ContextMark[]
  /** Those that touch its span. */
  annotations: AnnotationMark[]
  /** What the two lines are called, where another record is drawn beside this one. */
  lines: LineNames | null
  /** Intervals around the line, stretch by stretch; none until `withIntervals` puts them in. */
  intervals: PointSpan[][]
  summary: string
  table: ChartTable
}

/** The names of two lines: that of the page, and that of the other record. */
export interface LineNames {
  shown: string
  other: string
}

const COVERAGE_WORDS = { checked: 'checked', incidents: 'incidents', not_checked: 'not checked' } as const

const coverageWords = ({ coverage, unsaid }: TrendPoint): string =>
  unsaid ? 'not on record' : COVERAGE_WORDS[coverage]

function weekRow(point: TrendPoint): ChartCell[] {
  const coverage = point.inProgress && isCovered(point) ? 'in progress' : coverageWords(point)
  const week = weekIdOf(point.weekStart)
  if (!isCovered(point))
    return [week, isoOf(weekEndOf(point.weekStart)), null, null, null, null, null, coverage, 0, null]
  return [
    week,
    isoOf(weekEndOf(point.weekStart)),
    point.score,
    point.band,
    point.change,
    point.high,
    point.highDay === null ? null : isoOf(point.highDay),
    coverage,
    point.incidents,
    point.driver,
  ]
}

function weekTable(points: readonly TrendPoint[]): ChartTable {
  return {
    caption: 'Weekly close, high and change',
    columns: [
      { label: 'Week', format: 'text' },
      { label: 'Sunday', format: 'text' },
      { label: 'Close', format: 'score' },
      { label: 'Band', format: 'text' },
      { label: 'Change', format: 'signed' },
      { label: 'High', format: 'score' },
      { label: 'Day of high', format: 'text' },
      { label: 'Coverage', format: 'text' },
      { label: 'Incidents', format: 'count' },
      { label: 'Largest incident', format: 'text' },
    ],
    rows: points.map(weekRow),
  }
}

function dayTable(points: readonly TrendPoint[]): ChartTable {
  return {
    caption: 'Score day by day',
    columns: [
      { label: 'Day', format: 'text' },
      { label: 'Week', format: 'text' },
      { label: 'Score', format: 'score' },
      { label: 'Band', format: 'text' },
      { label: 'Coverage', format: 'text' },
    ],
    rows: points.map((point) => [
      isoOf(point.day),
      weekIdOf(point.weekStart),
      isCovered(point) ? point.score : null,
      isCovered(point) ? point.band : null,
      coverageWords(point),
    ]),
  }
}

/** The table with the other line as a column of its own, after the one of the page. */
function withOther(table: ChartTable, points: readonly TrendPoint[], { shown, other }: LineNames): ChartTable {
  const at = table.columns.findIndex(({ format }) => format === 'score')
  const columns = [...table.columns]
  columns[at] = { ...columns[at], label: `${columns[at].label}, ${shown}` }
  columns.splice(at + 1, 0, { label: `${table.columns[at].label}, ${other}`, format: 'score' })
  const rows = table.rows.map((row, index) => [
    ...row.slice(0, at + 1),
    points[index].other ?? null,
    ...row.slice(at + 1),
  ])
  return { ...table, columns, rows }
}

/** Where the two lines lie furthest apart, in words. */
function apartWords(points: readonly TrendPoint[], { shown, other }: LineNames): string {
  const both = points.filter((point) => isCovered(point) && point.other != null)
  const gap = (point: TrendPoint) => (point.other ?? point.score) - point.score
  const most = both.reduce<TrendPoint | null>(
    (best, point) => (best === null || Math.abs(gap(point)) > Math.abs(gap(best)) ? point : best),
    null,
  )
  if (most === null || displayOf(gap(most)) === 0) return ` Two lines, ${shown} and ${other}; they do not differ.`
  return ` Two lines, ${shown} and ${other}; furthest apart in ${pointName(most)}: ${formatScore(most.score)} and ${formatScore(most.other ?? 0)}.`
}

/**
 * The model of a line of scores from its points, which must be in order and of one grain. `lines` names the two where the
 * points carry another record's, `marks` are the dyad's annotations.
 */
export function trendModel(
  points: TrendPoint[],
  grain: 'week' | 'day',
  { markers, context, bands }: Pick<DyadView, 'markers' | 'context' | 'bands'>,
  lines: LineNames | null = null,
  marks: readonly AnnotationMark[] = [],
): TrendModel {
  const weeks = points.map(({ weekStart }) => weekStart)
  const timeDomain = timeSpanOf(points)
  const domain = scoreDomain(points.flatMap(({ score, high, other }) => [score, high ?? score, other ?? score]))
  const annotations = marksWithin(marks, Math.ceil(timeDomain[0]), Math.floor(timeDomain[1]))
  const told = grain === 'week' ? weekTable(points) : dayTable(points)
  const table = withAnnotations(lines ? withOther(told, points, lines) : told, daysOf(points, grain), annotations)
  return {
    grain,
    points,
    rows: lineRows(points),
    timeDomain,
    scoreDomain: domain,
    scoreTicks: scoreTicks(bands, domain),
    bands: bandZones(bands, domain),
    gaps: gapsOf(points.filter(({ unsaid }) => !unsaid)),
    markers: markersOn(markers, points),
    context: context.filter(({ day }) => weekStartOf(day) >= weeks[0] && day <= timeDomain[1]),
    annotations,
    lines,
    intervals: [],
    summary: summaryOf(points) + (lines ? apartWords(points, lines) : '') + annotationSummary(annotations),
    table,
  }
}

/** The days that each row of the table is about. */
const daysOf = (points: readonly TrendPoint[], grain: 'week' | 'day') =>
  points.map(({ day, weekStart }): [number, number] => (grain === 'day' ? [day, day] : [weekStart, weekStart + 6]))

/** `27 Jun 2025` in the daily grain, `2025-W26` in the weekly one. */
export const pointName = (point: TrendPoint): string =>
  point.high === null ? formatDay(point.day) : weekIdOf(point.weekStart)
