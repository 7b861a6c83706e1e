import { stringify } from 'csv-stringify/sync'
import type { VintageCell, VintageColumn, VintageTable } from '@/lib/as-of/views'
import { isoOf, weekEndOf, weekIdOf } from '@/lib/core/calendar'

/** A close unrounded; blank before the week ended, outside the record, and where nobody had checked. */
const cellOf = (cell: VintageCell | null): string | number =>
  cell === null || cell.coverage === 'not_checked' ? '' : cell.close

/** `2026-03 (method 0.1)`; the running month is `now`. */
const columnName = ({ month, running, methodId }: VintageColumn) => `${running ? 'now' : month} (method ${methodId})`

/** The vintage table as CSV: a row a week, newest first, a column a month with the version that made its figures. */
export function vintagesCsv({ dyadId, columns, rows }: VintageTable): string {
  const head = ['dyad', 'week', 'sunday', ...columns.map(columnName)]
  const lines = rows.map(({ weekStart, cells }) => [
    dyadId,
    weekIdOf(weekStart),
    isoOf(weekEndOf(weekStart)),
    ...cells.map(cellOf),
  ])
  return stringify([head, ...lines], { bom: true, escape_formulas: true })
}
