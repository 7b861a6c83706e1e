import { stringify } from 'csv-stringify/sync'
import type { VintageCell, VintageTable } from '@/lib/as-of/views'
import { isoOf, weekEndOf, weekIdOf } from '@/lib/core/calendar'

/** A close unrounded; blank before the week ended, outside the record, and where nobody had checked. */
const cellOf = (cell: VintageCell | null): string | number =>
  cell === null || cell.coverage === 'not_checked' ? '' : cell.close

/** The vintage table as CSV: a row a week, newest first, a column a month; the running month is `now`. */
export function vintagesCsv({ dyadId, columns, rows }: VintageTable): string {
  const head = ['dyad', 'week', 'sunday', ...columns.map(({ month, running }) => (running ? 'now' : month))]
  const lines = rows.map(({ weekStart, cells }) => [
    dyadId,
    weekIdOf(weekStart),
    isoOf(weekEndOf(weekStart)),
    ...cells.map(cellOf),
  ])
  return stringify([head, ...lines], { bom: true, escape_formulas: true })
}
