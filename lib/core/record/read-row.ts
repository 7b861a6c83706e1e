import {
  CATEGORIES,
  CATEGORY_PREFIX,
  CONFIDENCES,
  CREDIBILITIES,
  type Credibility,
  type Indicator,
  indicatorOf,
  PERSISTENCES,
  RELIABILITIES,
  type Reliability,
} from '@/lib/core/codebook'
import { isCountryCode } from '@/lib/core/dyad'
import { FieldFault, quoted } from '@/lib/core/record/fault'
import { choiceOf, dateOf, flagOf, given, isObject, type RawRow, required } from '@/lib/core/record/fields'
import { bestReliability } from '@/lib/core/scoring/best-reliability'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { INCIDENT_KINDS, INCIDENT_STATUSES, type ScoredIncident } from '@/lib/core/scoring/term'

/** What reading a row depends on: the last day it may name, and the grades' numbers. */
export interface RowRules {
  latestDay: number
  params: MethodParameters
}

/** A row that was read: a context entry has dates and no incident. */
export interface RecordRow {
  id: string
  startDay: number
  /** Last day that the row names. */
  lastDay: number
  incident: ScoredIncident | null
}

/** The row's id, or null when it has none to be named by. */
export function idOf(row: RawRow): string | null {
  const id = given(row, 'id')
  return typeof id === 'string' ? id : null
}

function countryOf(row: RawRow, field: 'actor' | 'target'): string | undefined {
  const value = given(row, field)
  if (value === undefined) return undefined
  if (typeof value !== 'string' || !isCountryCode(value)) {
    throw new FieldFault(field, `${quoted(value)} is not a country code of three capital letters`)
  }
  return value
}

function partiesOf(row: RawRow, isContext: boolean): { actor: string; target: string } {
  const [actor, target] = [countryOf(row, 'actor'), countryOf(row, 'target')]
  if (!isContext) for (const field of ['actor', 'target']) required(row, field)
  if (actor !== undefined && actor === target) throw new FieldFault('target', `"${target}" is the actor itself`)
  return { actor: actor ?? '', target: target ?? '' }
}

function datesOf(row: RawRow, latestDay: number): { startDay: number; endDay: number | null } {
  required(row, 'date')
  const startDay = dateOf(row, 'date', latestDay) ?? Number.NaN
  const endDay = dateOf(row, 'date_end', latestDay) ?? null
  if (endDay !== null && endDay < startDay) throw new FieldFault('date_end', `${quoted(row.date_end)} is before date`)
  const earliest = dateOf(row, 'date_earliest', latestDay)
  const latest = dateOf(row, 'date_latest', latestDay)
  if (earliest !== undefined && latest !== undefined && latest < earliest) {
    throw new FieldFault('date_latest', `${quoted(row.date_latest)} is before date_earliest`)
  }
  return { startDay, endDay }
}

function severityOf(row: RawRow): number | undefined {
  const value = given(row, 'severity')
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value === 0 || Math.abs(value) > 5) {
    throw new FieldFault('severity', `${quoted(value)} is not a whole number of -5 to -1 or 1 to 5`)
  }
  return value
}

/** The indicator that code, category and severity agree on; undefined when the row has none of them. */
function codedAs(row: RawRow): Indicator | undefined {
  const category = choiceOf(row, 'category', CATEGORIES)
  const severity = severityOf(row)
  const code = given(row, 'code')
  if (code === undefined) {
    if (category === undefined || severity === undefined) return undefined
    return indicatorOf(`${CATEGORY_PREFIX[category]}${severity > 0 ? '+' : ''}${severity}`)
  }
  const indicator = typeof code === 'string' ? indicatorOf(code) : undefined
  if (!indicator) throw new FieldFault('code', `${quoted(code)} is not in the codebook`)
  if (category !== undefined && category !== indicator.category) {
    throw new FieldFault('category', `"${category}" contradicts code ${indicator.code} (${indicator.category})`)
  }
  if (severity !== undefined && severity !== indicator.rung) {
    throw new FieldFault('severity', `${severity} contradicts code ${indicator.code}`)
  }
  return indicator
}

function sourceReliability(source: unknown, index: number): Reliability {
  const field = `sources[${index}].reliability`
  const value = isObject(source) ? given(source, 'reliability') : undefined
  if (value === undefined) throw new FieldFault(field, 'is missing')
  const grade = RELIABILITIES.find((candidate) => candidate === value)
  if (grade === undefined) throw new FieldFault(field, `${quoted(value)} is none of ${RELIABILITIES.join(', ')}`)
  return grade
}

/** The row's own grade, else the best of its sources. */
function reliabilityOf(row: RawRow, params: MethodParameters): Reliability | undefined {
  const own = choiceOf(row, 'reliability', RELIABILITIES)
  const sources = given(row, 'sources')
  if (own !== undefined || sources === undefined) return own
  if (!Array.isArray(sources)) throw new FieldFault('sources', 'is not a list')
  return bestReliability(sources.map(sourceReliability), params)
}

function credibilityOf(row: RawRow): Credibility | undefined {
  const value = given(row, 'credibility')
  if (value === undefined) return undefined
  const grade = CREDIBILITIES.find((candidate) => candidate === value || String(candidate) === value)
  if (grade === undefined) throw new FieldFault('credibility', `${quoted(value)} is none of 1, 2, 3, 4, 5, 6`)
  return grade
}

function present<Value>(value: Value | undefined, field: string): Value {
  if (value === undefined) throw new FieldFault(field, 'is missing')
  return value
}

/**
 * Reads one row in the shape of a case file.
 * @throws FieldFault naming the field and what is wrong with it.
 */
export function readRow(row: RawRow, { latestDay, params }: RowRules): RecordRow {
  const id = required(row, 'id')
  if (typeof id !== 'string') throw new FieldFault('id', `${quoted(id)} is not text`)
  const kind = choiceOf(row, 'kind', INCIDENT_KINDS) ?? 'incident'
  const status = choiceOf(row, 'status', INCIDENT_STATUSES) ?? 'approved'
  const parties = partiesOf(row, kind === 'context')
  const [mutual, ongoing] = [flagOf(row, 'mutual'), flagOf(row, 'ongoing')]
  const dates = datesOf(row, latestDay)
  const indicator = codedAs(row)
  const persistence = choiceOf(row, 'persistence', PERSISTENCES)
  const [reliability, credibility] = [reliabilityOf(row, params), credibilityOf(row)]
  choiceOf(row, 'confidence', CONFIDENCES)
  const read = { id, startDay: dates.startDay, lastDay: dates.endDay ?? dates.startDay }
  if (kind === 'context') return { ...read, incident: null }
  const coded = present(indicator, given(row, 'category') === undefined ? 'code' : 'severity')
  return {
    ...read,
    incident: {
      id,
      ...parties,
      mutual,
      kind,
      status,
      category: coded.category,
      rung: coded.rung,
      persistence: persistence ?? coded.persistence,
      ...dates,
      ongoing,
      reliability: present(reliability, 'reliability'),
      credibility: present(credibility, 'credibility'),
    },
  }
}
