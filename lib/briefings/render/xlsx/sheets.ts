import type { Cell, CellObject, Row, Sheet } from 'write-excel-file/node'
import type { DataCell, DataField, DataTable } from '@/lib/briefings/data/table'
import { dayOf } from '@/lib/core/calendar'
import { BAND_COLOURS, type BandName } from '@/lib/palette'
import type { WorkbookStrings } from './strings'

export type WorkSheet = Sheet<Buffer>

/** Rows of a sheet, the header among them. */
const MOST_ROWS = 1_048_576
const DAY_MS = 86_400_000
/** Spreadsheets count a 29 February 1900 that there was not; days before it are written as text. */
const FIRST_DAY = dayOf('1900-03-01')
const WIDEST = 60
const NARROWEST = 8
/** Enough to see how wide a column is. */
const LOOKED_AT = 500

export const INK = '#1c2430'
export const HEADER = {
  fontWeight: 'bold',
  backgroundColor: '#e8ebf0',
  textColor: INK,
  alignVertical: 'center',
} as const

/** How numbers are shown; what a cell holds is unrounded. */
function formatOf({ type, unit }: DataField): string | undefined {
  if (type === 'integer') return '0'
  if (unit?.startsWith('score')) return '0.0'
  return unit === 'points' ? '0.00' : undefined
}

function timeCell(text: string, type: 'date' | 'datetime'): CellObject | null {
  const time = new Date(text)
  if (Number.isNaN(time.getTime()) || time.getTime() < FIRST_DAY * DAY_MS) return null
  return {
    type: Date,
    value: time,
    format: type === 'date' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss',
    align: 'left',
    indent: 1,
  }
}

const isBand = (name: string): name is BandName => Object.hasOwn(BAND_COLOURS, name)

function bandStyle(name: string): Partial<CellObject> {
  if (!isBand(name)) return {}
  const { light, onLight } = BAND_COLOURS[name]
  return { backgroundColor: light, textColor: onLight }
}

function cellOf(value: DataCell, field: DataField, strings: WorkbookStrings): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return { type: Boolean, value, align: 'left', indent: 1 }
  if (typeof value === 'number') return { type: Number, value, format: formatOf(field) }
  const time = field.type === 'date' || field.type === 'datetime' ? timeCell(value, field.type) : null
  if (time) return time
  const style = field.name === 'band' ? bandStyle(value) : {}
  return { type: String, value: strings.nameOf(value), align: 'left', indent: 1, ...style }
}

/** The name of a column, over its text or over its numbers. */
function headOf({ name, type }: DataField, strings: WorkbookStrings): CellObject {
  const isNumber = type === 'number' || type === 'integer'
  const place = isNumber ? { align: 'right' as const } : { align: 'left' as const, indent: 1 }
  return { type: String, value: strings.nameOf(name), ...HEADER, ...place }
}

/** Characters that a value takes; a number those of its format. */
function widthOf(value: DataCell, { type, unit }: DataField): number {
  if (value === null) return 0
  if (typeof value === 'number') return type === 'integer' || unit !== null ? 8 : 20
  return String(value).split('\n', 1)[0].length
}

function columnWidth({ fields, rows }: DataTable, column: number): number {
  const field = fields[column]
  const widths = rows.slice(0, LOOKED_AT).map((row) => widthOf(row[column], field))
  const widest = widths.reduce((most, width) => Math.max(most, width), field.name.length)
  // Capitals and digits in bold are wider than the average that a width counts.
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(widest * 1.1) + 3))
}

/** A table as a sheet: its header stays in view, and every cell has its type. Rows that a sheet cannot hold are cut, and it says so. */
export function sheetOf(table: DataTable, strings: WorkbookStrings, mostRows = MOST_ROWS): WorkSheet {
  const { name, fields, rows } = table
  const fits = rows.length + 1 <= mostRows
  const kept = fits ? rows : rows.slice(0, mostRows - 2)
  const data: Row[] = [fields.map((field) => headOf(field, strings))]
  for (const row of kept) data.push(row.map((value, column) => cellOf(value, fields[column], strings)))
  const left = rows.length - kept.length
  if (!fits) data.push([{ type: String, value: strings.nameOf(`${left} more rows: the data package has all of them`) }])
  return {
    data,
    sheet: name,
    columns: fields.map((_, column) => ({ width: columnWidth(table, column) })),
    // The library names the pane below and beside a split, which is there only where both are.
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape',
  }
}
