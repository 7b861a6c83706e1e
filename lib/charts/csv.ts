import type { ChartCell, ChartTable } from '@/lib/charts/table'

const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]/

function csvCell(value: ChartCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvLine = (cells: readonly ChartCell[]) => cells.map(csvCell).join(',')

/** A table as CSV with a byte order mark, for a spreadsheet to open as it is; what was not checked stays blank. */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = [csvLine(columns.map(({ label }) => label)), ...rows.map(csvLine)]
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}
