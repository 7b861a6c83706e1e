import { CATEGORIES } from '@/lib/core/codebook'
import { readParameters } from '@/lib/core/record'
import { displayOf, type MethodParameters, MOST_EXACT_POINTS } from '@/lib/core/scoring'
import { BAND_LIMIT_NAMES, numberAt, PARAMETER_FIELDS, type ParameterField, valueAt } from './parameter-fields'

/** What parameters are called while they are no version yet. */
export const DRAFT_VERSION = 'draft'

/**
 * The most that A · b⁴ may be. Sums are exact up to 65,536 points a cell (see `quantise`), and at a hundredth of that the score
 * has long been 100.0. A larger scale would let a stored series and its rebuild differ in their last bits.
 */
export const MOST_POINTS_AT_FIFTY = 512

/**
 * The most points that one incident may have, w · b⁴ on the top rung: 256 of them, all fresh, in one category and direction stay
 * within what sums are exact for; by the defaults 4096 do.
 */
export const MOST_POINTS_OF_ONE = MOST_EXACT_POINTS / 256

/** What is wrong with one field, in a sentence. */
export interface ParameterFault {
  path: string
  message: string
}

export type Judged = { ok: true; parameters: MethodParameters } | { ok: false; faults: ParameterFault[] }

const told = (value: number): string => String(value).replace('-', '\u2212')

function rangeSentence({ least, above, most, mostInWords, unit }: ParameterField): string {
  const days = unit === 'days' ? ' days' : ''
  const upTo = mostInWords ?? told(most)
  return above ? `More than ${told(least)}, at most ${upTo}${days}.` : `From ${told(least)} to ${upTo}${days}.`
}

/** What is wrong with a value by itself; null where nothing is. Costs O(1). */
export function faultOfValue(value: unknown, field: ParameterField): string | null {
  if (value === undefined || value === null || value === '') return 'Type a number.'
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'This is not a number.'
  const outside = value < field.least || value > field.most || (field.above === true && value === field.least)
  if (outside) return rangeSentence(field)
  if (field.whole && !Number.isInteger(value)) return 'A whole number of days.'
  return field.displayed && displayOf(value) !== value ? 'One decimal at most, as scores are shown.' : null
}

const bandPath = (name: string) => `bandLimits.${name}`

function bandFaults(values: object): ParameterFault[] {
  const limits = BAND_LIMIT_NAMES.map((name) => ({ path: bandPath(name), limit: numberAt(values, bandPath(name)) }))
  const [cooperative, strained] = limits
  const faults: ParameterFault[] = []
  if (cooperative.limit >= 0) faults.push({ path: cooperative.path, message: 'Below 0, which is Calm.' })
  if (strained.limit <= 0) faults.push({ path: strained.path, message: 'Above 0, which is Calm.' })
  for (const [index, { path, limit }] of limits.entries()) {
    const before = limits[index - 1]
    if (index > 1 && limit <= before.limit)
      faults.push({ path, message: `More than the limit before it, ${told(before.limit)}.` })
  }
  return faults
}

/** What is wrong between numbers that are each right by themselves. */
function faultsTogether(values: object): ParameterFault[] {
  const faults = bandFaults(values)
  if (CATEGORIES.every((category) => numberAt(values, `weight.${category}`) === 0))
    faults.push({ path: `weight.${CATEGORIES[0]}`, message: 'At least one category has to count.' })
  const fifty = numberAt(values, 'anchor') * numberAt(values, 'base') ** 4
  if (fifty > MOST_POINTS_AT_FIFTY) {
    const message = `A × b⁴ is ${told(Number(fifty.toFixed(2)))} points; at most ${MOST_POINTS_AT_FIFTY}, so that sums stay exact.`
    faults.push({ path: 'anchor', message })
  }
  return [...faults, ...weightFaults(values)]
}

/** The categories in which one incident would weigh more than sums allow. */
function weightFaults(values: object): ParameterFault[] {
  const topRung = numberAt(values, 'base') ** 4
  return CATEGORIES.flatMap((category): ParameterFault[] => {
    const [path, points] = [`weight.${category}`, numberAt(values, `weight.${category}`) * topRung]
    if (points <= MOST_POINTS_OF_ONE) return []
    const message = `w × b⁴ is ${told(Number(points.toFixed(2)))} points; at most ${MOST_POINTS_OF_ONE}, so that sums stay exact.`
    return [{ path, message }]
  })
}

/** The known numbers of an input, in the shape of `MethodParameters`. */
function numbersOf(input: unknown): Record<string, unknown> {
  const built: Record<string, unknown> = {}
  for (const { path } of PARAMETER_FIELDS) {
    const [key, name] = path.split('.')
    const value = valueAt(input, path)
    built[key] = name === undefined ? value : { ...Object(built[key]), [name]: value }
  }
  return built
}

/**
 * Parameters from anything in their shape, with the faults of all fields at once. Narrower than what a record may be scored
 * with (`readParameters`, which has the last word): these are meant to be published.
 */
export function judgeParameters(input: unknown): Judged {
  const faults = PARAMETER_FIELDS.flatMap((field): ParameterFault[] => {
    const message = faultOfValue(valueAt(input, field.path), field)
    return message === null ? [] : [{ path: field.path, message }]
  })
  if (faults.length > 0) return { ok: false, faults }
  const values = numbersOf(input)
  const together = faultsTogether(values)
  if (together.length > 0) return { ok: false, faults: together }
  const read = readParameters({ ...values, version: DRAFT_VERSION })
  if (read.ok) return { ok: true, parameters: read.value }
  return { ok: false, faults: [{ path: read.fault.field ?? 'form', message: read.fault.message }] }
}
