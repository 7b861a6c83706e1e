import { stringify } from 'csv-stringify/sync'
import { isoOf, weekEndOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { CATEGORIES } from '@/lib/core/codebook'
import type { Coverage, Figures } from '@/lib/core/scoring'
import type { DayView, WeekView } from '@/lib/dyads/views'

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

const WEEK_COLUMNS = [
  'dyad',
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

const DAY_COLUMNS = ['dyad', 'day', 'week', 'coverage', 'score', ...FIGURE_COLUMNS]

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

function weekRow(dyadId: string, week: WeekView): Row {
  const { weekStart, coverage, inProgress, incidents, close, high, highDay, low, mean, change, figures } = week
  return {
    dyad: dyadId,
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

function dayRow(dyadId: string, { day, score, coverage, figures }: DayView): Row {
  return {
    dyad: dyadId,
    day: isoOf(day),
    week: weekIdOf(weekStartOf(day)),
    coverage,
    ...whereCovered(coverage, () => ({ score, ...figureCells(figures) })),
  }
}

const csvOf = (rows: Row[], columns: string[]) =>
  stringify(rows, { header: true, bom: true, escape_formulas: true, columns })

/** Weeks as CSV, figures unrounded. */
export const weeksCsv = (dyadId: string, weeks: readonly WeekView[]): string =>
  csvOf(
    weeks.map((week) => weekRow(dyadId, week)),
    WEEK_COLUMNS,
  )

/** Days as CSV, figures unrounded. */
export const daysCsv = (dyadId: string, days: readonly DayView[]): string =>
  csvOf(
    days.map((day) => dayRow(dyadId, day)),
    DAY_COLUMNS,
  )
