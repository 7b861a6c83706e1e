import { stringify } from 'csv-stringify/sync'
import type { DataTable } from './table'

/**
 * A table as CSV (RFC 4180, UTF-8, no byte order mark, which tools that read data packages would take for a part of the first name).
 * Numbers are written in the shortest form that reads back to the same bits; text that a spreadsheet would run is escaped as in the
 * desk's other exports.
 */
export const csvOf = ({ fields, rows }: Pick<DataTable, 'fields' | 'rows'>): string =>
  stringify(rows, {
    header: true,
    columns: fields.map(({ name }) => name),
    record_delimiter: 'windows',
    // Left out, a line feed in a cell would stand bare as soon as another delimiter is asked for.
    quote_record_delimiter: true,
    escape_formulas: true,
    cast: { boolean: String },
  })

/**
 * Rows of a CSV text (RFC 4180), the header among them.
 * @throws SyntaxError for a quote that is not closed, or that is followed by more than a separator.
 */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at)
    row.push(cell)
    at = end
    if (text[at] === ',') {
      at++
      // A separator at the very end stands before an empty cell.
      if (at < text.length) continue
      row.push('')
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return rows
}

const BARE_END = /[,\r\n]/g

function bareCell(text: string, at: number): [cell: string, end: number] {
  BARE_END.lastIndex = at
  const end = BARE_END.exec(text)?.index ?? text.length
  return [text.slice(at, end), end]
}

function quotedCell(text: string, at: number): [cell: string, end: number] {
  let end = text.indexOf('"', at + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) throw new SyntaxError(`the quote at character ${at + 1} is not closed`)
  const next = text[end + 1]
  if (next !== undefined && next !== ',' && next !== '\r' && next !== '\n')
    throw new SyntaxError(`the quote at character ${end + 1} is followed by more`)
  return [text.slice(at + 1, end).replaceAll('""', '"'), end + 1]
}
