import type { Evidence, EvidenceAnnotation, EvidenceContext, EvidenceDyad } from '@/lib/briefings/model/evidence'
import { weekEndOf } from '@/lib/core/calendar'
import { type Measure, measuresInForce } from '@/lib/core/measures'
import { type BandCost, type FallStep, fallPath, pointsToBands, totalsOn } from '@/lib/core/outlook'
import {
  type AnswerRate,
  answerRates,
  type ChainLink,
  chainsOf,
  DEFAULT_WINDOW_DAYS,
  type MoveDirection,
  movesOf,
} from '@/lib/core/reciprocity'
import {
  contributionOf,
  displayOf,
  pointsOn,
  recordOf,
  type ScoreRecord,
  type Standing,
  scoreOf,
  standingsOf,
  type Term,
  totalOn,
  verificationOf,
} from '@/lib/core/scoring'
import type { ScoreConfidence, ScoreInterval } from '@/lib/core/uncertainty'
import { confidenceOf, qualityShareOf } from '@/lib/core/uncertainty'
import { scoredIncidentOf } from '@/lib/dyads/series-rebuild'
import type { WeekView } from '@/lib/dyads/views'
import { strongestDown, strongestUp, type TermPart } from '@/lib/weeks/changes'
import { groundsOf } from '@/lib/weeks/grounds'
import { partsOfWeeks } from '@/lib/weeks/spans'
import { type StandsOut, standOut } from '@/lib/weeks/stand-out'
import { type DyadRecord, dyadRecord, uncertainOf } from './dyad-record'

/** Weeks on the chart of a briefing that tells of less. */
const CHART_WEEKS = 52
/** Weeks that the arithmetic alone is followed ahead. */
const AHEAD_WEEKS = 52
const LAST_WEEKS = 4
/** The timeline goes back half a year, and names so many. */
const TIMELINE_WEEKS = 26
const MOST_OF_TIMELINE = 15
const MOST_ANSWERS = 8

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

/** A week's draws, both ways (SCORING.md 2.7). */
export interface WeekDraws {
  data: ScoreInterval
  full: ScoreInterval
}

/** All that a briefing says of a dyad, in numbers. Scores unrounded. */
export interface DyadData extends DyadRecord {
  /** The last week told of. */
  week: WeekView
  lastDay: number
  lastCovered: WeekView | undefined
  /** The weeks of the chart. */
  shown: WeekView[]
  draws: ReadonlyMap<number, WeekDraws>
  /** Of the last week, and of the whole period where there is more than that. */
  ofWeek: Change
  ofPeriod: Change
  fourWeeks: Change | null
  record: ScoreRecord | null
  standings: (Standing & { sinceDay: number })[]
  /** What people wrote on its charts, and acts of third countries, of the time on the chart. */
  annotations: EvidenceAnnotation[]
  context: EvidenceContext[]
  /** Ids of the incidents of the period, by day. */
  ofTime: string[]
  /** Ids of those with most points over the last half year, or over the period where it is longer; by day. */
  timeline: string[]
  /** Points and contributions on the last day, largest first. */
  contributions: { id: string; points: number; contribution: number }[]
  stands: StandsOut
  quality: number | null
  weak: string[]
  uncovered: number
  confidence: ScoreConfidence | null
  measures: Measure[]
  /** The latest coded answers of the time on the chart. */
  answers: ChainLink[]
  rates: Record<MoveDirection, AnswerRate> | null
  windowDays: number
  fall: FallStep[]
  costs: BandCost[]
  /** What is left if nothing happens: the last day, then Sundays. */
  ahead: { day: number; score: number }[]
}

/** Gives the intervals of a dyad's score on some ascending days: from a thread, a store, or right here. */
export type Intervals = (record: DyadRecord, days: readonly number[]) => Promise<WeekDraws[]>

const isCovered = ({ coverage }: WeekView) => coverage !== 'not_checked'

function changeOver(record: DyadRecord, from: WeekView | undefined, to: WeekView): Change {
  const parts = partsOfWeeks(from, to, record.terms, record.method.parameters)
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
const uncoveredOf = (weeks: readonly WeekView[]): number =>
  Array.from({ length: LAST_WEEKS }, (_, back) => weeks.at(-1 - back)).filter((week) => !week || !isCovered(week))
    .length

function qualityOf({ facts, terms, method }: DyadRecord, day: number): number | null {
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

function contributionsOf({ terms, method }: DyadRecord, { lastDay, figures }: WeekView): DyadData['contributions'] {
  const all = terms.map((term) => {
    const points = pointsOn(term, lastDay)
    return { id: term.id, points, contribution: contributionOf(points, figures.points, method.parameters) }
  })
  return all
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.id < b.id ? -1 : 1))
}

function standingsIn({ series, method }: DyadRecord, lastDay: number): DyadData['standings'] {
  const days = Array.from({ length: lastDay - series.firstDay + 1 }, (_, offset) => series.firstDay + offset)
  const scores = days.map((day) => scoreOf(totalOn(series, day), method.parameters))
  return standingsOf(scores, method.parameters).map((one) => ({ ...one, sinceDay: series.firstDay + one.since }))
}

/** Those of some time that were given most points when they were fresh, by day. */
function timelineOf({ terms }: DyadRecord, fromDay: number): string[] {
  const size = ({ points }: Term) => Math.abs(points)
  return terms
    .filter(({ startDay }) => startDay >= fromDay)
    .sort((a, b) => size(b) - size(a) || b.startDay - a.startDay || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_OF_TIMELINE)
    .sort((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

function reciprocityOf({ dyadId, facts, weeks, method }: DyadRecord, fromDay: number) {
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

function aheadOf({ terms, method }: DyadRecord, lastDay: number): DyadData['ahead'] {
  const sundays = Array.from({ length: AHEAD_WEEKS }, (_, ahead) => weekEndOf(lastDay) + 7 * (ahead + 1))
  const days = [lastDay, ...sundays]
  const totals = totalsOn(terms, days)
  return days.map((day, index) => ({ day, score: scoreOf(totals[index], method.parameters) }))
}

/**
 * Everything that a briefing says of one of its dyads. A pure function of the evidence but for where the draws come from, which
 * gives the same bits everywhere. O(incidents × days + draws × incidents).
 * @throws DeskError NOT_FOUND where the record has no such week.
 */
export async function dyadData(evidence: Evidence, dyad: EvidenceDyad, intervals: Intervals): Promise<DyadData> {
  const { fromWeek, toWeek, today, methods } = evidence
  const record = dyadRecord(dyad, methods[dyad.methodId], toWeek, today)
  const { weeks, facts, terms, method } = record
  const { parameters } = method
  const at = weeks.length - 1
  const week = weeks[at]
  const { lastDay } = week
  const shown = weeks.slice(Math.min(Math.max(0, at + 1 - CHART_WEEKS), weeksBefore(weeks, fromWeek)))
  const draws = await intervals(
    record,
    shown.map((one) => one.lastDay),
  )
  const uncovered = uncoveredOf(weeks)
  const quality = qualityOf(record, lastDay)
  const ofWeekDraws = draws.at(-1)
  const byId = new Map(terms.map((term) => [term.id, term]))
  const firstDay = Math.min(fromWeek, week.weekStart)
  return {
    ...record,
    week,
    lastDay,
    lastCovered: weeks.slice(0, at).findLast(isCovered),
    shown,
    draws: new Map(shown.map(({ weekStart }, index) => [weekStart, draws[index]])),
    ofWeek: changeOver(record, weeks[at - 1], week),
    ofPeriod: changeOver(record, weeks[weeksBefore(weeks, fromWeek) - 1], week),
    fourWeeks: weeks[at - LAST_WEEKS] ? changeOver(record, weeks[at - LAST_WEEKS], week) : null,
    record: week.inProgress ? null : recordOf(weeks, at),
    standings: standingsIn(record, lastDay),
    ofTime: record.incidents.filter(({ startDay }) => startDay >= firstDay).map(({ id }) => id),
    timeline: timelineOf(record, Math.min(firstDay, week.weekStart - 7 * TIMELINE_WEEKS)),
    annotations: dyad.annotations.filter(({ startDay }) => startDay >= shown[0].weekStart && startDay <= lastDay),
    context: dyad.context.filter(({ day }) => day >= shown[0].weekStart && day <= lastDay),
    contributions: contributionsOf(record, week),
    stands: standOut(weeks, week, facts, parameters, new Set()),
    quality,
    weak: groundsOf(facts, byId, [firstDay, lastDay], parameters).weak,
    uncovered,
    confidence: ofWeekDraws
      ? confidenceOf({
          qualityShare: quality ?? undefined,
          width: ofWeekDraws.data.p95 - ofWeekDraws.data.p05,
          uncoveredOfLastFour: uncovered,
        })
      : null,
    measures: measuresInForce(
      facts.map((one) => ({ ...one, target: one.target ?? '', rung: one.rung ?? 0 })),
      lastDay,
    ),
    ...reciprocityOf(record, shown[0].weekStart),
    fall: fallPath(terms, lastDay, parameters),
    costs: pointsToBands(week.figures.points, parameters).filter(({ points }) => points > 0),
    ahead: aheadOf(record, lastDay),
  }
}

/** How many of some weeks, oldest first, come before one. */
const weeksBefore = (weeks: readonly WeekView[], weekStart: number): number =>
  weeks.filter((week) => week.weekStart < weekStart).length

/** Whether a change is up, down or none by what is displayed of it. */
export const wayOf = (change: number): 'up' | 'down' | 'none' => {
  const shown = displayOf(change)
  return shown > 0 ? 'up' : shown < 0 ? 'down' : 'none'
}

export { uncertainOf }
