import { dayOf } from '@/lib/core/calendar'
import { readRecord, termsOf } from '@/lib/core/record'
import { DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'
import caseFile from '@/prisma/cases/rus-aze/incidents.json'

/** The tolerance of every golden value. */
export const TOLERANCE = 1e-9

/** Both numbers are the same to the tolerance. */
export function expectClose(actual: number, expected: number, tolerance = TOLERANCE): void {
  if (!(Math.abs(actual - expected) <= tolerance)) expect(actual).toBe(expected)
}

/** The first value has everything the second has, numbers to the tolerance. */
export function expectMatches(actual: unknown, expected: unknown, path = ''): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (!(Math.abs(actual - expected) <= TOLERANCE)) throw new Error(`${path}: ${actual}, not ${expected}`)
    return
  }
  if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null) {
    const values = new Map<string, unknown>(Object.entries(actual))
    if (Array.isArray(expected)) expect(values.size).toBe(expected.length)
    for (const [key, value] of Object.entries(expected)) expectMatches(values.get(key), value, `${path}.${key}`)
    return
  }
  if (actual !== expected) throw new Error(`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`)
}

/** The worked case, read as the command reads it. */
export function caseRecord(params: MethodParameters = DEFAULT_PARAMETERS) {
  const read = readRecord(caseFile, { latestDay: dayOf('2025-12-31'), params })
  if (!read.ok) throw new Error(read.fault.message)
  return read.value
}

/** The terms of the worked case. */
export const caseTerms = (params: MethodParameters = DEFAULT_PARAMETERS) => termsOf(caseRecord(params), params)
