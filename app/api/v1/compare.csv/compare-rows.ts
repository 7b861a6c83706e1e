import { stringify } from 'csv-stringify/sync'
import type { CompareCell, CompareModel } from '@/lib/charts/compare'
import { weekIdOf } from '@/lib/core/calendar'

const STATE_WORDS = { covered: 'covered', running: 'in progress', not_checked: 'not checked', none: '' } as const

const cellsOf = ({ weekStart, state, close, rank }: CompareCell): (string | number)[] => [
  weekStart === null || state === 'none' ? '' : weekIdOf(weekStart),
  close ?? '',
  rank ?? '',
  STATE_WORDS[state],
]

/** A comparison as CSV: a row a week, oldest first; of each dyad its own week, the unrounded close, its place and the coverage. */
export function compareCsv({ by, lines, rows }: CompareModel): string {
  const head = [
    by === 'calendar' ? 'week' : `weeks since the ${by}`,
    ...lines.flatMap(({ dyadId }) => ['week', 'close', 'place', 'coverage'].map((name) => `${dyadId} ${name}`)),
  ]
  const body = rows.map(({ at, label, cells }) => [by === 'calendar' ? label : at, ...cells.flatMap(cellsOf)])
  return stringify([head, ...body], { bom: true, escape_formulas: true })
}
