import type { DocumentTable, TableCell } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'

/** Incidents on slides; the data package has them all. */
export const MOST_INCIDENTS = 60

const IS_PART = /\.incident\..+\.part$/

/** Size of an incident's part of the change, by the figure that its row writes out. */
function partOf(row: readonly TableCell[], figures: Figures): number {
  const id = row.flatMap(({ runs }) => runs).find(({ figure }) => figure !== undefined && IS_PART.test(figure))?.figure
  const value = id === undefined ? null : figures[id]?.value
  return typeof value === 'number' ? Math.abs(value) : 0
}

/** The rows with the largest parts of the change, in the order of the table: as many as people look at. O(n log n). */
export function largestParts(table: DocumentTable, figures: Figures): DocumentTable {
  if (table.rows.length <= MOST_INCIDENTS) return table
  const bySize = table.rows
    .map((row, index) => ({ index, size: partOf(row, figures) }))
    .sort((a, b) => b.size - a.size || a.index - b.index)
  const kept = new Set(bySize.slice(0, MOST_INCIDENTS).map(({ index }) => index))
  return { ...table, rows: table.rows.filter((_, index) => kept.has(index)) }
}
