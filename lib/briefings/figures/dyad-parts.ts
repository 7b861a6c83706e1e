import { weekEndOf } from '@/lib/core/calendar'
import { totalsOn } from '@/lib/core/outlook'
import { answerRates, chainsOf, DEFAULT_WINDOW_DAYS, movesOf } from '@/lib/core/reciprocity'
import {
  contributionOf,
  displayOf,
  pointsOn,
  type Standing,
  scoreOf,
  standingsOf,
  type Term,
  totalOn,
  verificationOf,
} from '@/lib/core/scoring'
import { qualityShareOf } from '@/lib/core/uncertainty'
import { scoredIncidentOf } from '@/lib/dyads/series-rebuild'
import type { WeekView } from '@/lib/dyads/views'
import { partsBetween, strongestDown, strongestUp, type TermPart } from '@/lib/weeks/changes'
import type { DyadRecord } from './dyad-record'

/** Weeks that the arithmetic alone is followed ahead. */
const AHEAD_WEEKS = 52
export const LAST_WEEKS = 4
/** The timeline goes back half a year, and names so many. */
export const TIMELINE_WEEKS = 26
const MOST_OF_TIMELINE = 15
const MOST_ANSWERS = 8

/** What an incident adds to a day's score. */
export interface Contribution {
  id: string
  points: number
  contribution: number
}

/** Since when the score has not been below a band. */
export type StandingSince = Standing & { sinceDay: number }

/** A day to come, and the score that fading alone leaves on it. */
export interface AheadPoint {
  day: number
  score: number
}

/** A change of the close over some weeks, taken apart. */
export interface Change {
  /** The week before; undefined where the record begins with the first. */
  from: WeekView | undefined
  /** Close less that of the week before, or less 0 where the record begins with the first. */
  change: number
  parts: TermPart[]
  up: TermPart[]
  down: TermPart[]
  /** Parts of the change: by those that began within it, and by older ones, which fade. */
  added: number
  faded: number
}

export const isCovered = ({ coverage }: WeekView): boolean => coverage !== 'not_checked'

export function changeOver(record: DyadRecord, from: WeekView | undefined, to: WeekView): Change {
  const { terms, weeks, method } = record
  // Before its first week the record has no points.
  const before = from
    ? { day: weekEndOf(from.weekStart), points: from.figures.points }
    : { day: weeks[0].weekStart - 1, points: 0 }
  const parts = partsBetween(terms, before, { day: to.lastDay, points: to.figures.points }, method.parameters)
  const sum = (list: readonly TermPart[]) => list.reduce((total, { change }) => total + change, 0)
  return {
    from,
    change: to.close - (from?.close ?? 0),
    parts,
    up: strongestUp(parts, parts.length),
    down: strongestDown(parts, parts.length),
    added: sum(parts.filter(({ fresh }) => fresh)),
    faded: sum(parts.filter(({ fresh }) => !fresh)),
  }
}

/** How many of the last four weeks were not covered; those before the record began were not. */
export const uncoveredOf = (weeks: readonly WeekView[]): number =>
  Array.from({ length: LAST_WEEKS }, (_, back) => weeks.at(-1 - back)).filter((week) => !week || !isCovered(week))
    .length

export function qualityOf({ facts, terms, method }: DyadRecord, day: number): number | null {
  const byId = new Map(terms.map((term) => [term.id, term]))
  const graded = facts.flatMap((one) => {
    const term = byId.get(one.id)
    if (!term) return []
    const { reliability, credibility } = scoredIncidentOf(one, method.parameters)
    const verification = verificationOf(reliability, credibility, method.parameters)
    return [{ points: pointsOn(term, day), verification, confidence: one.confidence }]
  })
  return qualityShareOf(graded) ?? null
}

export function contributionsOf({ terms, method }: DyadRecord, { lastDay, figures }: WeekView): Contribution[] {
  const all = terms.map((term) => {
    const points = pointsOn(term, lastDay)
    return { id: term.id, points, contribution: contributionOf(points, figures.points, method.parameters) }
  })
  return all
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.id < b.id ? -1 : 1))
}

export function standingsIn({ series, method }: DyadRecord, lastDay: number): StandingSince[] {
  const days = Array.from({ length: lastDay - series.firstDay + 1 }, (_, offset) => series.firstDay + offset)
  const scores = days.map((day) => scoreOf(totalOn(series, day), method.parameters))
  return standingsOf(scores, method.parameters).map((one) => ({ ...one, sinceDay: series.firstDay + one.since }))
}

/** Those of some time that were given most points when they were fresh, by day. */
export function timelineOf({ terms }: DyadRecord, fromDay: number): string[] {
  const size = ({ points }: Term) => Math.abs(points)
  return terms
    .filter(({ startDay }) => startDay >= fromDay)
    .sort((a, b) => size(b) - size(a) || b.startDay - a.startDay || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_OF_TIMELINE)
    .sort((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

export function reciprocityOf({ dyadId, facts, weeks, method }: DyadRecord, fromDay: number) {
  const answering = facts.map((one) => {
    const { respondsTo, respondsBasis } = one
    return { ...scoredIncidentOf(one, method.parameters), respondsTo, respondsBasis }
  })
  const moves = movesOf(answering, dyadId, method.parameters)
  const last = weeks.findLast((week) => isCovered(week) && !week.inProgress)
  const span = last ? { firstDay: weeks[0].weekStart, lastDay: weekEndOf(last.weekStart) } : null
  const judged = span ? moves.filter(({ day }) => day >= span.firstDay && day <= span.lastDay) : []
  const days = new Map(moves.map(({ id, day }) => [id, day]))
  const answers = chainsOf(moves).links.filter(({ response }) => (days.get(response) ?? fromDay) >= fromDay)
  return {
    answers: answers.slice(-MOST_ANSWERS),
    rates: span && answerRates(judged, span),
    windowDays: DEFAULT_WINDOW_DAYS,
  }
}

export function aheadOf({ terms, method }: DyadRecord, lastDay: number): AheadPoint[] {
  const sundays = Array.from({ length: AHEAD_WEEKS }, (_, ahead) => weekEndOf(lastDay) + 7 * (ahead + 1))
  const days = [lastDay, ...sundays]
  const totals = totalsOn(terms, days)
  return days.map((day, index) => ({ day, score: scoreOf(totals[index], method.parameters) }))
}

/** Whether a change is up, down or none by what is displayed of it. */
export const wayOf = (change: number): 'up' | 'down' | 'none' => {
  const shown = displayOf(change)
  return shown > 0 ? 'up' : shown < 0 ? 'down' : 'none'
}
