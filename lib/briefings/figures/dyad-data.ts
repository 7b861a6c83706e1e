import type { Evidence, EvidenceAnnotation, EvidenceContext, EvidenceDyad } from '@/lib/briefings/model/evidence'
import { type Measure, measuresInForce } from '@/lib/core/measures'
import { type BandCost, type FallStep, fallPath, pointsToBands } from '@/lib/core/outlook'
import type { AnswerRate, ChainLink, MoveDirection } from '@/lib/core/reciprocity'
import { recordOf, type ScoreRecord } from '@/lib/core/scoring'
import type { ScoreConfidence, ScoreInterval } from '@/lib/core/uncertainty'
import { confidenceOf } from '@/lib/core/uncertainty'
import type { WeekView } from '@/lib/dyads/views'
import { groundsOf } from '@/lib/weeks/grounds'
import { type StandsOut, standOut } from '@/lib/weeks/stand-out'
import {
  type AheadPoint,
  aheadOf,
  type Change,
  type Contribution,
  changeOver,
  contributionsOf,
  isCovered,
  LAST_WEEKS,
  qualityOf,
  reciprocityOf,
  type StandingSince,
  standingsIn,
  TIMELINE_WEEKS,
  timelineOf,
  uncoveredOf,
} from './dyad-parts'
import { type DyadRecord, dyadRecord } from './dyad-record'

/** Weeks on the chart of a briefing that tells of less. */
const CHART_WEEKS = 52
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
  standings: StandingSince[]
  /** What people wrote on its charts, and acts of third countries, of the time on the chart. */
  annotations: EvidenceAnnotation[]
  context: EvidenceContext[]
  /** Ids of the incidents of the period, by day. */
  ofTime: string[]
  /** Ids of those with most points over the last half year, or over the period where it is longer; by day. */
  timeline: string[]
  /** Points and contributions on the last day, largest first. */
  contributions: Contribution[]
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
  ahead: AheadPoint[]
}

/** Gives the intervals of a dyad's score on some ascending days: from a thread, a store, or right here. */
export type Intervals = (record: DyadRecord, days: readonly number[]) => Promise<WeekDraws[]>

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
