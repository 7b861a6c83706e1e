import { FieldFault, quoted, type Read } from '@/lib/core/record/fault'
import { isObject } from '@/lib/core/record/fields'
import { DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring/parameters'

/** The range of a parameter. Wide, and narrow enough that no score can overflow. */
interface Range {
  least: number
  most: number
  whole?: boolean
}

const DAYS: Range = { least: 0.001, most: 1_000_000 }
const FACTOR: Range = { least: 0, most: 1000 }
const SHARE: Range = { least: 0, most: 1 }

function numberOf(value: unknown, field: string, { least, most, whole = false }: Range): number {
  const isNumber = typeof value === 'number' && Number.isFinite(value) && (!whole || Number.isInteger(value))
  if (!isNumber) throw new FieldFault(field, `${quoted(value)} is not a ${whole ? 'whole ' : ''}number`)
  if (value < least || value > most) throw new FieldFault(field, `${value} is not from ${least} to ${most}`)
  return value
}

/** The keys of `value` have to be keys of `known`. */
function objectWithin(value: unknown, known: object, field: string | null): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new FieldFault(field, 'is not an object')
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(known, key)) continue
    throw new FieldFault(field === null ? key : `${field}.${key}`, 'is not a parameter')
  }
  return value
}

function numbersOf<Key extends string | number>(
  value: unknown,
  known: Readonly<Record<Key, number>>,
  field: string,
  range: Range,
): Record<Key, number> {
  const numbers: Record<Key, number> = { ...known }
  if (value === undefined) return numbers
  const given = objectWithin(value, known, field)
  for (const key in numbers) {
    if (Object.hasOwn(given, key)) numbers[key] = numberOf(given[key], `${field}.${key}`, range)
  }
  return numbers
}

function versionOf(value: unknown, fallback: string): string {
  if (value === undefined) return fallback
  if (typeof value !== 'string' || value === '') throw new FieldFault('version', `${quoted(value)} is not text`)
  return value
}

function parametersFrom(input: unknown): MethodParameters {
  const known = DEFAULT_PARAMETERS
  const given = objectWithin(input, known, null)
  const numberAt = (key: 'base' | 'anchor' | 'relief' | 'holdCap', range: Range) =>
    Object.hasOwn(given, key) ? numberOf(given[key], key, range) : known[key]
  return {
    version: versionOf(given.version, known.version),
    base: numberAt('base', { least: 0.01, most: 100 }),
    anchor: numberAt('anchor', { least: 0.001, most: 1_000_000 }),
    halfLife: numbersOf(given.halfLife, known.halfLife, 'halfLife', DAYS),
    relief: numberAt('relief', FACTOR),
    holdCap: numberAt('holdCap', { least: 0, most: 1_000_000, whole: true }),
    weight: numbersOf(given.weight, known.weight, 'weight', FACTOR),
    reliability: numbersOf(given.reliability, known.reliability, 'reliability', SHARE),
    credibility: numbersOf(given.credibility, known.credibility, 'credibility', SHARE),
  }
}

/** Reads parameters from parsed JSON in the shape of `MethodParameters`; what is not given keeps its default. */
export function readParameters(input: unknown): Read<MethodParameters> {
  try {
    return { ok: true, value: parametersFrom(input) }
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return { ok: false, fault: { row: null, id: null, field: error.field, message: error.message } }
  }
}
