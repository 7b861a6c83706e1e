import { codesOf, dyadIdOf, isCountryCode } from '@/lib/core/dyad'
import { FieldFault, quoted, type Read } from '@/lib/core/record/fault'
import { isObject, type RawRow } from '@/lib/core/record/fields'
import { idOf, type RecordRow, type RowRules, readRow } from '@/lib/core/record/read-row'

/** A dyad's record: the pair in alphabetical order, and the rows as the file has them. */
export interface DyadRecord {
  dyadId: string
  pair: [string, string]
  rows: RecordRow[]
}

function pairOf(value: unknown): string {
  const codes: unknown[] = Array.isArray(value) ? value : []
  const [a, b] = codes
  const isPair = codes.length === 2 && typeof a === 'string' && typeof b === 'string'
  if (!isPair || !isCountryCode(a) || !isCountryCode(b) || a === b) {
    throw new FieldFault('pair', `${quoted(value)} is not two different country codes`)
  }
  return dyadIdOf(a, b)
}

/** The rows of the file, and its dyad when the file names one. */
function shapeOf(input: unknown): { rows: unknown[]; dyadId: string | undefined } {
  if (Array.isArray(input)) return { rows: input, dyadId: undefined }
  if (!isObject(input)) throw new FieldFault(null, 'is neither an object with incidents nor a list of them')
  const { pair, incidents } = input
  if (!Array.isArray(incidents)) throw new FieldFault('incidents', 'is missing or not a list')
  return { rows: incidents, dyadId: pair === undefined ? undefined : pairOf(pair) }
}

function checkParties({ incident }: RecordRow, dyadId: string): void {
  if (!incident) return
  for (const field of ['actor', 'target'] as const) {
    if (codesOf(dyadId).includes(incident[field])) continue
    throw new FieldFault(field, `"${incident[field]}" is not of the pair ${dyadId}; a file holds one dyad`)
  }
}

/** Reads the rows one by one and keeps hold of the ids and of the dyad, which the first incident sets if nothing did. */
class RowReader {
  readonly rows: RecordRow[] = []
  readonly #ids = new Map<string, number>()

  constructor(
    readonly rules: RowRules,
    public dyadId: string | undefined,
  ) {}

  read(raw: RawRow): void {
    const row = readRow(raw, this.rules)
    const earlier = this.#ids.get(row.id)
    if (earlier !== undefined) throw new FieldFault('id', `${quoted(row.id)} is already the id of row ${earlier}`)
    if (row.incident) this.dyadId ??= dyadIdOf(row.incident.actor, row.incident.target)
    if (this.dyadId !== undefined) checkParties(row, this.dyadId)
    this.rows.push(row)
    this.#ids.set(row.id, this.rows.length)
  }
}

/** Runs `read`; a field's fault becomes the fault of that row. Anything else is a bug and goes on up. */
function attempt<Value>(read: () => Value, row: number | null, id: string | null): Read<Value> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return { ok: false, fault: { row, id, field: error.field, message: error.message } }
  }
}

/**
 * Reads a record from parsed JSON: an object with `pair` and `incidents`, or a bare list of incidents, whose dyad is then
 * that of the first. Gives the first fault when something is wrong; rows count from 1.
 */
export function readRecord(input: unknown, rules: RowRules): Read<DyadRecord> {
  const shape = attempt(() => shapeOf(input), null, null)
  if (!shape.ok) return shape
  const reader = new RowReader(rules, shape.value.dyadId)
  for (const [index, raw] of shape.value.rows.entries()) {
    if (!isObject(raw))
      return { ok: false, fault: { row: index + 1, id: null, field: null, message: 'is not an object' } }
    const read = attempt(() => reader.read(raw), index + 1, idOf(raw))
    if (!read.ok) return read
  }
  const { dyadId, rows } = reader
  if (dyadId === undefined) {
    return { ok: false, fault: { row: null, id: null, field: 'pair', message: 'is missing, and no incident gives it' } }
  }
  return { ok: true, value: { dyadId, pair: codesOf(dyadId), rows } }
}
