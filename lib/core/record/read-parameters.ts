import { FieldFault, quoted, type Read } from '@/lib/core/record/fault'
import { isObject } from '@/lib/core/record/fields'
import { displayOf } from '@/lib/core/scoring/bands'
import {
  ADDED_PARAMETERS,
  type BandLimits,
  DEFAULT_PARAMETERS,
  type MethodParameters,
} from '@/lib/core/scoring/parameters'

/** The range of a parameter. Wide, and narrow enough that no score can overflow. */
interface Range {
  least: number
  most: number
  whole?: boolean
}

const DAYS: Range = { least: 0.001, most: 1_000_000 }
const FACTOR: Range = { least: 0, most: 1000 }
const SHARE: Range = { least: 0, most: 1 }
const SCORE: Range = { least: -99.9, most: 99.9 }
/** Beyond two thirds a rung would be less likely right than each of its neighbours, and the coding say nothing. */
const RUNG_ERROR: Range = { least: 0, most: 2 / 3 }

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

/** Limits in rising order, so that every displayed score has one band; 0 is Calm in every method. */
function bandLimitsOf(value: unknown, known: BandLimits): BandLimits {
  const limits = numbersOf(value, known, 'bandLimits', SCORE)
  const inOrder = Object.entries(limits)
  for (const [index, [name, limit]] of inOrder.entries()) {
    const field = `bandLimits.${name}`
    if (displayOf(limit) !== limit) throw new FieldFault(field, `${limit} has more than one decimal`)
    const before = inOrder[index - 1]
    if (before && limit <= before[1]) throw new FieldFault(field, `${limit} is not above ${before[0]}, ${before[1]}`)
  }
  if (limits.cooperative >= 0) throw new FieldFault('bandLimits.cooperative', `${limits.cooperative} is not below 0`)
  if (limits.strained <= 0) throw new FieldFault('bandLimits.strained', `${limits.strained} is not above 0`)
  return limits
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
    bandLimits: bandLimitsOf(given.bandLimits, known.bandLimits),
    rungError: numbersOf(given.rungError, known.rungError, 'rungError', RUNG_ERROR),
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

/** Every parameter that a stored version must hold itself; what was added later is filled in where it lacks. */
const PUBLISHED_WITH = Object.keys(DEFAULT_PARAMETERS).filter((key) => !Object.hasOwn(ADDED_PARAMETERS, key))

/**
 * The parameters of a stored version of the method: what a version is older than has its value of 0.1, by which it went.
 * @throws FieldFault naming the parameter where the version is not one that could have been published.
 */
export function completeParameters(stored: unknown): MethodParameters {
  const given = objectWithin(stored, DEFAULT_PARAMETERS, null)
  for (const key of PUBLISHED_WITH) if (!Object.hasOwn(given, key)) throw new FieldFault(key, 'is missing')
  return parametersFrom({ ...ADDED_PARAMETERS, ...given })
}
