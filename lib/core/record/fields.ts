import { dayOf, formatDay, isRealDate } from '@/lib/core/calendar'
import { FieldFault, quoted } from '@/lib/core/record/fault'

/** One row of a file, not yet read. */
export type RawRow = Readonly<Record<string, unknown>>

/** First day that a record may name, 1900-01-01. */
export const EARLIEST_DAY = dayOf('1900-01-01')

/** Whether `value` is a JSON object. */
export const isObject = (value: unknown): value is RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field's value; absent, null and empty text are all undefined, as a table export writes them. */
export function given(row: RawRow, field: string): unknown {
  const value = Object.hasOwn(row, field) ? row[field] : undefined
  return value === null || value === '' ? undefined : value
}

/** A field that has to be there. */
export function required(row: RawRow, field: string): unknown {
  const value = given(row, field)
  if (value === undefined) throw new FieldFault(field, 'is missing')
  return value
}

/** One of some choices, or undefined when absent. */
export function choiceOf<Choice extends string>(
  row: RawRow,
  field: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = given(row, field)
  if (value === undefined) return undefined
  const choice = choices.find((candidate) => candidate === value)
  if (choice === undefined) throw new FieldFault(field, `${quoted(value)} is none of ${choices.join(', ')}`)
  return choice
}

/** true or false; false when absent. */
export function flagOf(row: RawRow, field: string): boolean {
  const value = given(row, field) ?? false
  if (typeof value !== 'boolean') throw new FieldFault(field, `${quoted(value)} is neither true nor false`)
  return value
}

/** A day from 1900 to `latestDay`, or undefined when absent. */
export function dateOf(row: RawRow, field: string, latestDay: number): number | undefined {
  const value = given(row, field)
  if (value === undefined) return undefined
  if (typeof value !== 'string' || !isRealDate(value)) {
    throw new FieldFault(field, `${quoted(value)} is not a calendar date`)
  }
  const day = dayOf(value)
  if (day < EARLIEST_DAY) throw new FieldFault(field, `${quoted(value)} is before 1900`)
  if (day > latestDay) throw new FieldFault(field, `${quoted(value)} is after ${formatDay(latestDay)}`)
  return day
}
