import type { Coverage } from '@/lib/core/scoring/coverage'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { counts, type ScoredIncident } from '@/lib/core/scoring/term'
import { verificationOf } from '@/lib/core/scoring/verification'

/** A week of a dyad that is over: the running one is never given, for it has no close yet. */
export interface WatchWeek {
  /** Monday. */
  weekStart: number
  /** Score on Sunday, not rounded. */
  close: number
  /** Incidents that count and start in it. */
  incidents: number
  coverage: Coverage
}

/** Something that waits, or waited, for review: from the day it was handed in until the day it was decided, null while it waits. */
export interface WatchWait {
  id: string
  from: number
  until: number | null
}

/** What a rule is judged by: one dyad's record up to `today`. */
export interface WatchFacts {
  today: number
  /** Consecutive, oldest first, each of them over. */
  weeks: readonly WatchWeek[]
  /** In any order. Those without points (context, not approved, verification 0) are passed over. */
  incidents: readonly ScoredIncident[]
  waits: readonly WatchWait[]
  parameters: MethodParameters
}

/** The incidents that have points. */
export const counted = ({ incidents, parameters }: Pick<WatchFacts, 'incidents' | 'parameters'>): ScoredIncident[] =>
  incidents.filter((one) => counts(one) && verificationOf(one.reliability, one.credibility, parameters) > 0)
