import type { AnnotationView } from '@/lib/annotations/views'
import type { TrendPoint } from '@/lib/charts/points'
import type { ChartTable } from '@/lib/charts/table'
import { formatDay, formatDayRange } from '@/lib/core/calendar'

/** An annotation as a chart draws it; `number` is the one that the page's list of annotations gives it. */
export interface AnnotationMark extends Pick<AnnotationView, 'id' | 'startDay' | 'endDay' | 'text' | 'by'> {
  number: number
}

/** Annotations by number, in the order in which they come: that of their first day. */
export const annotationMarks = (annotations: readonly AnnotationView[]): AnnotationMark[] =>
  annotations.map(({ id, startDay, endDay, text, by }, index) => ({
    id,
    startDay,
    endDay,
    text,
    by,
    number: index + 1,
  }))

/** Those that touch a span of days, both included. */
export const marksWithin = (marks: readonly AnnotationMark[], first: number, last: number): AnnotationMark[] =>
  marks.filter(({ startDay, endDay }) => startDay <= last && (endDay ?? startDay) >= first)

/** `27 Jun 2025`, or the span. */
export const whenWords = ({ startDay, endDay }: Pick<AnnotationMark, 'startDay' | 'endDay'>): string =>
  endDay === null ? formatDay(startDay) : formatDayRange(startDay, endDay)

/** An annotation in one line: `1 · 27 Jun 2025: text (Ada)`. */
export const markWords = (mark: AnnotationMark): string =>
  `${mark.number} · ${whenWords(mark)}: ${mark.text} (${mark.by})`

/**
 * A chart's table with the annotations of each row's days as a last column; the table itself where none touches any row. `days`
 * are the first and last day of each row.
 */
export function withAnnotations(
  table: ChartTable,
  days: readonly (readonly [number, number])[],
  marks: readonly AnnotationMark[],
): ChartTable {
  const cells = days.map(([first, last]) => marksWithin(marks, first, last).map(markWords).join('; '))
  if (cells.every((cell) => cell === '')) return table
  return {
    ...table,
    columns: [...table.columns, { label: 'Annotations', format: 'text' }],
    rows: table.rows.map((row, index) => [...row, cells[index] === '' ? null : cells[index]]),
  }
}

/** What a chart's words for those who do not see it add: nothing without annotations in its span. */
export function annotationSummary(marks: readonly AnnotationMark[]): string {
  if (marks.length === 0) return ''
  return ` Annotated: ${marks.map(markWords).join('; ')}.`
}

/** The first and last day of each of some weeks. */
export const daysOfWeeks = (weeks: readonly { weekStart: number }[]): [number, number][] =>
  weeks.map(({ weekStart }) => [weekStart, weekStart + 6])

/** Those that touch a point: its day in the daily grain, else its week. */
export const marksAt = (
  marks: readonly AnnotationMark[],
  { day, weekStart, high }: Pick<TrendPoint, 'day' | 'weekStart' | 'high'>,
): AnnotationMark[] => (high === null ? marksWithin(marks, day, day) : marksWithin(marks, weekStart, weekStart + 6))

/** The words of a week for those who do not see it, with its annotations. */
export function annotated(words: string, marks: readonly AnnotationMark[], weekStart: number): string {
  const own = marksWithin(marks, weekStart, weekStart + 6)
  return own.length === 0 ? words : `${words}, annotated: ${own.map(markWords).join('; ')}`
}
