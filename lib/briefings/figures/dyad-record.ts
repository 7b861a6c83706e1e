import type { EvidenceDyad, EvidenceIncident, EvidenceMethod } from '@/lib/briefings/model/evidence'
import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { type DailySeries, gradesOf, type Term } from '@/lib/core/scoring'
import type { UncertainIncident } from '@/lib/core/uncertainty'
import type { IncidentFacts } from '@/lib/dyads/incident-facts'
import { scoredIncidentOf, sortedTerms, windowOfTerms } from '@/lib/dyads/series-rebuild'
import { weekRowsOf } from '@/lib/dyads/series-write'
import type { WeekView } from '@/lib/dyads/views'
import { cutAtToday, weekViewOf } from '@/lib/dyads/week-view'
import { DeskError } from '@/lib/errors'

/** A dyad's record up to the last week that a briefing tells of, scored. */
export interface DyadRecord {
  dyadId: string
  method: EvidenceMethod
  /** Those that began by the last day told of, by start and then id. */
  incidents: EvidenceIncident[]
  byId: ReadonlyMap<string, EvidenceIncident>
  facts: IncidentFacts[]
  terms: Term[]
  /** Every week from the first covered one to the last one told of, oldest first. */
  weeks: WeekView[]
  /** Daily points of those weeks. */
  series: DailySeries
  /** How many weeks right after the last one told of, up to the moment's own, nobody checked. */
  uncheckedAfter: number
}

const gradeLetters = (incident: EvidenceIncident) => gradesOf(incident.sources)

/** An incident as scores, signals and measures read it. */
export function factsOf(dyadId: string, incident: EvidenceIncident): IncidentFacts {
  const { id, actor, target, mutual, category, rung, persistence, startDay, endDay, ongoing } = incident
  const { credibility, code, title, confidence, respondsTo, respondsBasis } = incident
  const when = { startDay, endDay, ongoing }
  const scored = { actor, target, mutual, category, rung, persistence, credibility, grades: gradeLetters(incident) }
  const beside = { code, title, confidence, respondsTo, respondsBasis }
  return { dyadId, id, kind: 'incident', status: 'approved', ...when, ...scored, ...beside }
}

/** An incident as a simulation reads it. */
export const uncertainOf = (facts: IncidentFacts, incident: EvidenceIncident, { parameters }: EvidenceMethod) =>
  ({
    ...scoredIncidentOf(facts, parameters),
    earliestDay: incident.earliestDay,
    latestDay: incident.latestDay,
    confidence: incident.confidence,
  }) satisfies UncertainIncident

const byStart = (a: EvidenceIncident, b: EvidenceIncident) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1)

/**
 * Scores a dyad's evidence by its method, in O(incidents × days): the same functions, and so the same bits, as the desk has.
 * Later incidents are left out: a week told of three months later is the week as it was, by the record as it is known now.
 * @throws DeskError NOT_FOUND where the record has no such week.
 */
export function dyadRecord(dyad: EvidenceDyad, method: EvidenceMethod, toWeek: number, today: number): DyadRecord {
  const { dyadId } = dyad
  const { parameters } = method
  const lastDay = Math.min(weekEndOf(toWeek), today)
  const incidents = dyad.incidents.filter(({ startDay }) => startDay <= lastDay).sort(byStart)
  const facts = incidents.map((incident) => factsOf(dyadId, incident))
  const terms = sortedTerms(facts, parameters)
  const checked = new Set(dyad.checks.filter((check) => check.checked).map(({ weekStart }) => weekStart))
  const window = windowOfTerms(terms, new Set([...checked].filter((week) => week <= toWeek)), toWeek)
  if (!window) throw new DeskError('NOT_FOUND', `The record of ${dyadId} has no such week.`)
  const names = new Map(incidents.map(({ id, title, code, startDay }) => [id, { title, code, day: startDay }]))
  const rows = weekRowsOf(window, parameters).map((row) => ({ dyadId, ...row }))
  const cut = rows.map((row) => (row.weekStart === toWeek ? cutAtToday(row, window.series, lastDay, parameters) : row))
  const weeks = cut.map((row, index) => weekViewOf(row, cut[index - 1]?.close ?? null, today, parameters, names))
  const later = new Set([
    ...checked,
    ...dyad.incidents.filter(({ startDay }) => startDay <= today).map(({ startDay }) => weekStartOf(startDay)),
  ])
  let uncheckedAfter = 0
  for (let week = toWeek + 7; week <= weekStartOf(today) && !later.has(week); week += 7) uncheckedAfter++
  const byId = new Map(incidents.map((incident) => [incident.id, incident]))
  return { dyadId, method, incidents, byId, facts, terms, weeks, series: window.series, uncheckedAfter }
}
