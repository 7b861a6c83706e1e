import { createHash } from 'node:crypto'
import { dayOf, monthEndOf, monthStartOf } from '@/lib/core/calendar'
import { indicatorOf, type Reliability } from '@/lib/core/codebook'
import type { MethodParameters } from '@/lib/core/scoring'
import type { IncidentInput, Status } from './schema'

/** What a revision keeps: the whole of an incident as it was. */
export interface IncidentState {
  status: Status
  input: IncidentInput
}

/** The best grade among the sources: the one that counts most, of equals the first letter (SCORING.md 2.1). */
export function bestReliability(sources: { reliability: Reliability }[], parameters: MethodParameters): Reliability {
  const ranked = sources
    .map((source) => source.reliability)
    .sort((a, b) => parameters.reliability[b] - parameters.reliability[a] || (a < b ? -1 : 1))
  return ranked[0] ?? 'F'
}

/** The days within which the start lies: the day itself, the month, or what the coder gave (SCORING.md 2.5). */
function startInterval(input: IncidentInput): { earliestDay: number; latestDay: number } {
  const startDay = dayOf(input.date)
  const month = input.datePrecision === 'month'
  return {
    earliestDay: input.dateEarliest ? dayOf(input.dateEarliest) : month ? monthStartOf(startDay) : startDay,
    latestDay: input.dateLatest ? dayOf(input.dateLatest) : month ? monthEndOf(startDay) : startDay,
  }
}

/** The columns of an incident's row that follow from its state. */
export function columnsOf({ status, input }: IncidentState, parameters: MethodParameters) {
  const indicator = input.code ? indicatorOf(input.code) : undefined
  return {
    status,
    kind: input.kind,
    actor: input.actor,
    target: input.target || null,
    mutual: input.mutual,
    category: indicator?.category ?? null,
    code: indicator?.code ?? null,
    rung: indicator?.rung ?? null,
    persistence: indicator?.persistence ?? null,
    startDay: dayOf(input.date),
    endDay: input.dateEnd ? dayOf(input.dateEnd) : null,
    ongoing: input.ongoing,
    ...startInterval(input),
    datePrecision: input.datePrecision,
    dateBasis: input.dateBasis,
    reliability: bestReliability(input.sources, parameters),
    credibility: input.credibility,
    confidence: input.confidence,
    actorType: input.actorType,
    location: input.location,
    title: input.title,
    summary: input.summary,
    note: input.note,
    tags: input.tags,
    respondsTo: input.respondsTo || null,
    respondsBasis: input.respondsBasis || null,
    words: wordsOf(input),
  }
}

/** What full-text search finds an incident by. */
function wordsOf(input: IncidentInput): string {
  const indicator = input.code ? indicatorOf(input.code) : undefined
  const sources = input.sources.flatMap((source) => [source.outlet, source.quote])
  const coded = [input.code, indicator?.label ?? '', input.actor, input.target]
  return [input.title, input.summary, input.note, ...input.tags, ...sources, ...coded, input.location].join('\n')
}

/** JSON with sorted keys: the same content gives the same text, whatever order it was put together in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 in hex over a revision's canonical content, the previous hash within it. */
export function revisionHash(content: {
  dyadId: string
  incidentId: string
  revision: number
  at: string
  byId: string | null
  action: string
  reason: string
  state: IncidentState
  previousHash: string
}): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** Whether a revision's JSON is an incident's state. Only `writeIncident` puts it there, and nothing can change it. */
export function isIncidentState(value: unknown): value is IncidentState {
  return typeof value === 'object' && value !== null && 'status' in value && 'input' in value
}
