/** What is wrong with a record: the row (from 1; null for the file as a whole), its id, the field, and why. */
export interface Fault {
  row: number | null
  id: string | null
  field: string | null
  message: string
}

/** A value, or what is wrong with it. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; fault: Fault }

/** Thrown by the field readers and turned into a `Fault` by whoever knows the row. */
export class FieldFault extends Error {
  constructor(
    readonly field: string | null,
    message: string,
  ) {
    super(message)
  }
}

const LONGEST_QUOTE = 60

/** A value as it stands in the file, on one line and not too long. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}

/** `row 3 (RA-003), field date: "2025-02-30" is not a calendar date`, always one line. */
export function formatFault({ row, id, field, message }: Fault): string {
  const where = row === null ? 'file' : `row ${row}${id === null ? '' : ` (${quoted(id).slice(1, -1)})`}`
  return `${where}${field === null ? '' : `, field ${field}`}: ${message}`
}
