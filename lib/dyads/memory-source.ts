import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import {
  CELLS,
  type Coverage,
  coverageOf,
  type DailySeries,
  decayOf,
  emptySeries,
  type MethodParameters,
  type Term,
} from '@/lib/core/scoring'
import type { Method } from '@/lib/method/store'
import type { IncidentFacts } from './incident-facts'
import { type ScoredRow, sortedTerms, windowOfTerms } from './series-rebuild'
import type { SeriesSource } from './series-source'
import type { SeriesWindow } from './series-window'
import { weekRowsOf } from './series-write'
import { cutAtToday, type StoredWeek } from './week-view'

/** An incident that counts in a record, and the revision whose state that is. */
export interface RecordRow extends ScoredRow {
  stateRevision: number
}

/** A dyad's record at hand: its incidents that count and its checked weeks, and where to read what a page says of them. */
export interface RecordAtHand extends Pick<SeriesSource, 'names' | 'rows' | 'context' | 'checks' | 'doubts'> {
  dyadId: string
  method: Method
  /** The last day that counts. */
  today: number
  rowsAtHand: RecordRow[]
  checkedWeeks: Set<number>
  /** What is read of some of its rows beside the score. */
  factsOf: (rows: readonly RecordRow[]) => Promise<IncidentFacts[]>
}

/** The answers of a series that is computed from a record at hand, once, in O(incidents × days). */
export function memorySource(record: RecordAtHand): SeriesSource {
  const { dyadId, method, today, rowsAtHand, names, rows, context, checks, doubts } = record
  const { parameters } = method
  const terms = sortedTerms(rowsAtHand, parameters)
  const window = windowOfTerms(terms, record.checkedWeeks, weekStartOf(today))
  const facts = window?.weeks ?? []
  return {
    dyadId,
    method,
    today,
    began: facts[0]?.weekStart ?? null,
    weeks: async () => (window ? weeksOf(window, dyadId, today, parameters) : []),
    days: async (from, to) => cutOut(window, from, to),
    coverage: async (from, to): Promise<Map<number, Coverage>> => {
      const asked = facts.filter(({ weekStart }) => weekStart >= weekStartOf(from) && weekStart <= to)
      return new Map(asked.map((week) => [week.weekStart, coverageOf(week)]))
    },
    incidents: async () => rowsAtHand,
    facts: () => record.factsOf(rowsAtHand),
    started: async (from, to) => rowsAtHand.filter(({ startDay }) => startDay >= from && startDay <= to),
    largest: async (day, most) => largestOf(rowsAtHand, terms, day, most),
    names,
    rows,
    context,
    checks,
    doubts,
  }
}

/** The weeks of a window as the stored series would have them, the last one cut at `today`. */
function weeksOf(window: SeriesWindow, dyadId: string, today: number, parameters: MethodParameters): StoredWeek[] {
  const weeks = weekRowsOf(window, parameters).map((week) => ({ dyadId, ...week }))
  const last = weeks[weeks.length - 1]
  return [...weeks.slice(0, -1), cutAtToday(last, window.series, today, parameters)]
}

/** Whole weeks of a window's daily points; 0 where it has none. */
function cutOut(window: SeriesWindow | null, fromDay: number, toDay: number): DailySeries {
  const cut = emptySeries(weekStartOf(fromDay), weekEndOf(toDay))
  if (!window) return cut
  const { series } = window
  const [first, last] = [Math.max(cut.firstDay, series.firstDay), Math.min(cut.lastDay, series.lastDay)]
  if (first > last) return cut
  const begin = (first - series.firstDay) * CELLS
  cut.cells.set(series.cells.subarray(begin, begin + (last - first + 1) * CELLS), (first - cut.firstDay) * CELLS)
  return cut
}

/** In the order of the stored source: by what is left on the day, then the later, then by id. */
function largestOf(rows: readonly RecordRow[], terms: readonly Term[], day: number, most: number): RecordRow[] {
  const left = ({ points, halfLifeDays, fadeDay }: Term) =>
    Math.abs(points) * decayOf(halfLifeDays, Math.max(0, day - fadeDay))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return terms
    .filter(({ startDay }) => startDay <= day)
    .map((term) => ({ term, size: left(term) }))
    .sort((a, b) => b.size - a.size || b.term.startDay - a.term.startDay || (a.term.id < b.term.id ? -1 : 1))
    .slice(0, most)
    .map(({ term }) => byId.get(term.id))
    .filter((row) => row !== undefined)
}
