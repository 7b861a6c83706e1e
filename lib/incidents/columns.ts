import { dayOf, monthEndOf, monthStartOf } from '@/lib/core/calendar'
import { indicatorOf } from '@/lib/core/codebook'
import { bestOfGrades, gradesOf, type MethodParameters } from '@/lib/core/scoring'
import type { IncidentInput } from './schema'
import type { IncidentState } from './state'

/** The days within which the start lies: the day itself, the month, or what the coder gave (SCORING.md 2.5). */
export function startInterval(input: IncidentInput): { earliestDay: number; latestDay: number } {
  const startDay = dayOf(input.date)
  const month = input.datePrecision === 'month'
  return {
    earliestDay: input.dateEarliest ? dayOf(input.dateEarliest) : month ? monthStartOf(startDay) : startDay,
    latestDay: input.dateLatest ? dayOf(input.dateLatest) : month ? monthEndOf(startDay) : startDay,
  }
}

/** What the score reads of a state, whatever the method: the columns of a vintage. */
export function scoredColumnsOf({ status, input }: IncidentState) {
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
    grades: gradesOf(input.sources),
    credibility: input.credibility,
    title: input.title,
  }
}

/** The columns of an incident's row that follow from its state. */
export function columnsOf(state: IncidentState, parameters: MethodParameters) {
  const { input } = state
  const scored = scoredColumnsOf(state)
  return {
    ...scored,
    ...startInterval(input),
    datePrecision: input.datePrecision,
    dateBasis: input.dateBasis,
    reliability: bestOfGrades(scored.grades, parameters),
    confidence: input.confidence,
    actorType: input.actorType,
    location: input.location,
    summary: input.summary,
    note: input.note,
    tags: input.tags,
    respondsTo: input.respondsTo || null,
    respondsBasis: input.respondsBasis || null,
    words: wordsOf(input),
  }
}

/** What full-text search finds an incident by; what the codebook says of its code is searched there (`list-query`). */
function wordsOf(input: IncidentInput): string {
  const sources = input.sources.flatMap((source) => [source.outlet, source.quote])
  const coded = [input.code, input.actor, input.target]
  return [input.title, input.summary, input.note, ...input.tags, ...sources, ...coded, input.location].join('\n')
}
