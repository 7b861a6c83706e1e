import { stringify } from 'csv-stringify/sync'
import { readingWord } from '@/components/dyads/reading-mark'
import { isoOf, weekEndOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { CATEGORIES } from '@/lib/core/codebook'
import type { Coverage, Figures } from '@/lib/core/scoring'
import type { DayView, DyadView, WeekView } from '@/lib/dyads/views'

type Row = Record<string, string | number>

const FIGURE_COLUMNS = [
  'band',
  'points',
  'escalatory_points',
  'deescalatory_points',
  'contribution_forward',
  'contribution_backward',
  ...CATEGORIES.map((category) => `contribution_${category}`),
  'asymmetry',
  'breadth',
]

const READING_COLUMNS = ['dyad', 'as_of', 'method', 'reading']

const WEEK_COLUMNS = [
  ...READING_COLUMNS,
  'week',
  'monday',
  'sunday',
  'coverage',
  'in_progress',
  'incidents',
  'close',
  'high',
  'high_day',
  'low',
  'mean',
  'change',
  ...FIGURE_COLUMNS,
]

const DAY_COLUMNS = [...READING_COLUMNS, 'day', 'week', 'coverage', 'score', ...FIGURE_COLUMNS]

function figureCells({ points, band, escalatory, relief, category, direction, asymmetry, breadth }: Figures): Row {
  return {
    band: band.name,
    points,
    escalatory_points: escalatory,
    deescalatory_points: relief,
    contribution_forward: direction.forward.contribution,
    contribution_backward: direction.backward.contribution,
    ...Object.fromEntries(CATEGORIES.map((name) => [`contribution_${name}`, category[name].contribution])),
    asymmetry,
    breadth,
  }
}

/** What was not checked has no figures: its cells stay blank, never a calm zero. */
const whereCovered = (coverage: Coverage, cells: () => Row): Row => (coverage === 'not_checked' ? {} : cells())

/** Whose figures they are: of which record, by which version. */
type Read = Pick<DyadView, 'dyadId' | 'methodId' | 'asOf' | 'unreviewed'>

const readingCells = ({ dyadId, methodId, ...reading }: Read): Row => {
  return { dyad: dyadId, as_of: reading.asOf?.at ?? '', method: methodId, reading: readingWord(reading) }
}

function weekRow(read: Read, week: WeekView): Row {
  const { weekStart, coverage, inProgress, incidents, close, high, highDay, low, mean, change, figures } = week
  return {
    ...readingCells(read),
    week: weekIdOf(weekStart),
    monday: isoOf(weekStart),
    sunday: isoOf(weekEndOf(weekStart)),
    coverage,
    in_progress: String(inProgress),
    incidents,
    ...whereCovered(coverage, () => {
      return { close, high, high_day: isoOf(highDay), low, mean, change: change ?? '', ...figureCells(figures) }
    }),
  }
}

function dayRow(read: Read, { day, score, coverage, figures }: DayView): Row {
  return {
    ...readingCells(read),
    day: isoOf(day),
    week: weekIdOf(weekStartOf(day)),
    coverage,
    ...whereCovered(coverage, () => ({ score, ...figureCells(figures) })),
  }
}

const csvOf = (rows: Row[], columns: string[]) =>
  stringify(rows, { header: true, bom: true, escape_formulas: true, columns })

/** Weeks as CSV, figures unrounded. */
export const weeksCsv = (read: Read, weeks: readonly WeekView[]): string =>
  csvOf(
    weeks.map((week) => weekRow(read, week)),
    WEEK_COLUMNS,
  )

/** Days as CSV, figures unrounded. */
export const daysCsv = (read: Read, days: readonly DayView[]): string =>
  csvOf(
    days.map((day) => dayRow(read, day)),
    DAY_COLUMNS,
  )
