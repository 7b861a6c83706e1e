import { stringify } from 'csv-stringify/sync'
import { readingWord } from '@/components/dyads/reading-mark'
import type { IntervalSeries, WeekInterval } from '@/lib/certainty/views'
import { isoOf, weekIdOf } from '@/lib/core/calendar'
import type { ScoreInterval } from '@/lib/core/uncertainty'

/** The columns of one interval: its quantiles, and the shares of draws in or above each band by its level. */
function cellsOf(name: string, { p05, p50, p95, mean, atOrAbove }: ScoreInterval): [string, number][] {
  const shares = Object.entries(atOrAbove)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([level, share]): [string, number] => [`${name}_at_or_above_${level}`, share])
  return [[`${name}_p05`, p05], [`${name}_p50`, p50], [`${name}_p95`, p95], [`${name}_mean`, mean], ...shares]
}

const BASIS_COLUMNS = ['dyad', 'as_of', 'method', 'method_hash', 'reading', 'seed', 'draws', 'content']
const WEEK_COLUMNS = ['week', 'day', 'coverage', 'in_progress', 'close']

/** What was not checked has no figures: its cells stay blank. */
function weekCells({ weekStart, day, coverage, inProgress, close, data, full }: WeekInterval) {
  const week = { week: weekIdOf(weekStart), day: isoOf(day), coverage, in_progress: String(inProgress) }
  if (coverage === 'not_checked') return week
  return { ...week, close, ...Object.fromEntries([...cellsOf('data', data), ...cellsOf('full', full)]) }
}

/** The intervals of all weeks as CSV, unrounded, each row with what it takes to draw them again. */
export function intervalsCsv(series: IntervalSeries): string {
  const { dyadId, methodId, methodHash, seed, draws, contentHash, weeks, asOf } = series
  const basis = {
    dyad: dyadId,
    as_of: asOf?.at ?? '',
    method: methodId,
    method_hash: methodHash,
    reading: readingWord(series),
    seed,
    draws,
    content: contentHash,
  }
  const [first] = weeks
  const names = [...cellsOf('data', first.data), ...cellsOf('full', first.full)].map(([name]) => name)
  return stringify(
    weeks.map((week) => ({ ...basis, ...weekCells(week) })),
    { header: true, bom: true, escape_formulas: true, columns: [...BASIS_COLUMNS, ...WEEK_COLUMNS, ...names] },
  )
}

/** The same as plain data; an unchecked week has null where others have figures. */
export function intervalsJson({ weeks, asOf, unreviewed, ...basis }: IntervalSeries) {
  return {
    ...basis,
    asOf,
    unreviewed,
    weeks: weeks.map(({ weekStart, day, coverage, inProgress, close, data, full }) => {
      const week = { week: weekIdOf(weekStart), day: isoOf(day), coverage, inProgress }
      return coverage === 'not_checked'
        ? { ...week, close: null, data: null, full: null }
        : { ...week, close, data, full }
    }),
  }
}
