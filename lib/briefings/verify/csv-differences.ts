import { csvOf, csvRows } from '@/lib/briefings/data/csv'
import type { DataTable } from '@/lib/briefings/data/table'

/** A cell, or a row, of a table's file that is not as it should be; undefined where one of the two has nothing. */
export interface CellDifference {
  /** `row AZE-RUS 2025-W27, column close`. */
  place: string
  stands: string | undefined
  expected: string | undefined
  /** Of the table: row and column, where both have the cell; and its place by what the file says of its row. */
  cell: { row: number; column: number; there: string } | null
}

/** What tells a row from the others, as its file has it. */
function keysOf({ fields, primaryKey }: DataTable): (row: readonly string[]) => string {
  const columns = primaryKey.map((name) => fields.findIndex((field) => field.name === name))
  return (row) => columns.map((column) => row[column] ?? '').join(' ')
}

function* cellDifferences(table: DataTable, stands: string[], expected: string[], row: number) {
  const keyOf = keysOf(table)
  const count = Math.max(stands.length, expected.length)
  for (let column = 0; column < count; column++) {
    if (stands[column] === expected[column]) continue
    const name = table.fields[column]?.name ?? String(column + 1)
    const placeBy = (own: string[]) => `row ${keyOf(own) || row + 1}, column ${name}`
    const isCell = column < expected.length && column < stands.length
    const cell = isCell ? { row, column, there: placeBy(stands) } : null
    const one: CellDifference = { place: placeBy(expected), stands: stands[column], expected: expected[column], cell }
    yield one
  }
}

/**
 * Every cell in which a table's file is not as the table: row by row where there are as many, else by what tells rows apart.
 * @throws SyntaxError where the text is no CSV.
 */
export function* csvDifferences(text: string, table: DataTable): Generator<CellDifference> {
  const [[head = [], ...stands], [names, ...expected]] = [csvRows(text), csvRows(csvOf(table))]
  for (const [column, name] of names.entries()) {
    if (head[column] === name) continue
    yield { place: `header, column ${column + 1}`, stands: head[column], expected: name, cell: null }
  }
  const keyOf = keysOf(table)
  if (stands.length === expected.length) {
    for (const [row, own] of expected.entries()) yield* cellDifferences(table, stands[row], own, row)
    return
  }
  const known = new Map(expected.map((own, row) => [keyOf(own), row]))
  for (const own of stands) {
    const key = keyOf(own)
    const row = known.get(key)
    if (row === undefined) yield { place: `row ${key}`, stands: own.join(','), expected: undefined, cell: null }
    else yield* cellDifferences(table, own, expected[row], row)
    known.delete(key)
  }
  for (const [key, row] of known)
    yield { place: `row ${key}`, stands: undefined, expected: expected[row].join(','), cell: null }
}
