import { dataText } from './data-text'

/** A value of a table. Days are `2025-07-06`, instants ISO 8601. */
export type DataCell = string | number | boolean | null

/** Types of the Frictionless table schema that tables have. */
export type DataType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'

/** A column, as the data dictionary tells of it. */
export interface DataField {
  name: string
  type: DataType
  description: string
  /** `points`, `days`, `share 0…1`; null for what has none. */
  unit: string | null
  /** Where the value stands in what the table was read of, seen from its row's place; null for what was made of it. */
  at: string | null
}

/** Which file of the data package says what a table says, too, and where: a JSON pointer (RFC 6901) for each row. */
export interface DataOrigin {
  file: 'evidence.json' | 'document.json'
  rows: string[]
}

/** One table of a briefing's data. */
export interface DataTable {
  /** Name of its file and its sheet. */
  name: string
  title: string
  description: string
  fields: DataField[]
  /** Names of the fields that tell rows apart. */
  primaryKey: string[]
  rows: DataCell[][]
  /** Null for a table that was computed. */
  origin: DataOrigin | null
}

/** A column with how its value is read of what a row is made of. */
export interface Column<Row> {
  name: string
  type: DataType
  description: string
  unit?: string
  at?: string
  value: (row: Row) => DataCell
}

interface TableParts<Row> {
  name: string
  title: string
  description: string
  primaryKey: string[]
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  origin?: { file: DataOrigin['file']; at: (row: Row) => string }
}

/**
 * What every format can hold and give back: clean text; numbers to the same bits, but for a zero below zero, which is a zero.
 * @throws RangeError for what is no number: no format could hold it, and no figure is one.
 */
function cellOf(cell: DataCell, name: string): DataCell {
  if (typeof cell === 'string') return dataText(cell)
  if (typeof cell !== 'number') return cell
  if (!Number.isFinite(cell)) throw new RangeError(`${name} is ${cell}`)
  return cell === 0 ? 0 : cell
}

/** Makes a table of rows of any kind. */
export function tableOf<Row>(parts: TableParts<Row>): DataTable {
  const { name, title, description, primaryKey, columns, rows, origin } = parts
  return {
    name,
    title,
    description,
    primaryKey,
    fields: columns.map(({ name, type, description, unit = null, at = null }) => ({
      name,
      type,
      description,
      unit,
      at,
    })),
    rows: rows.map((row) => columns.map((column) => cellOf(column.value(row), `${name}.${column.name}`))),
    origin: origin ? { file: origin.file, rows: rows.map(origin.at) } : null,
  }
}

/** A step of a JSON pointer (RFC 6901). */
export const pointerStep = (step: string | number): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1')
