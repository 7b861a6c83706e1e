import type { Coverage } from '@/lib/core/scoring'
import type { HalfLifeSet, ScoreConfidence, ScoreInterval, ScoreSobol, TornadoBar } from '@/lib/core/uncertainty'
import type { ReadingAsOf } from '@/lib/dyads/views'
import type { IncidentRow } from '@/lib/incidents/views'

/** What somebody has to know to draw the same numbers again. */
export interface DrawBasis {
  methodId: string
  methodHash: string
  seed: number
  draws: number
  /** SHA-256 of the data run, with all that it was worked out from: incidents, days and parameters. */
  contentHash: string
}

/** A weekly close with both of its intervals (SCORING.md 2.7). Scores unrounded. */
export interface WeekInterval {
  weekStart: number
  /** The day that the close is of: Sunday, or the last day that counts in the running week. */
  day: number
  close: number
  coverage: Coverage
  inProgress: boolean
  data: ScoreInterval
  full: ScoreInterval
}

/** All weeks of a dyad that intervals are worked out for, oldest first: the latest ten years. */
export interface IntervalSeries extends DrawBasis {
  dyadId: string
  weeks: WeekInterval[]
  asOf: ReadingAsOf | null
  unreviewed: boolean
}

/** The 5 % and the 95 % quantile of the data interval of a weekly close. */
export interface WeekSpan {
  weekStart: number
  p05: number
  p95: number
}

/** How sure a weekly close is: the line in the head of a dyad's page. */
export interface CertaintyLine extends WeekSpan {
  confidence: ScoreConfidence
}

/** The same with all that the page of it says. */
export interface WeekCertainty extends WeekInterval, DrawBasis {
  confidence: ScoreConfidence
}

/** An incident, what the score loses without it, and what it contributes. */
export interface LeftOutIncident {
  row: IncidentRow & { withheld?: true }
  drop: number
  contribution: number
}

/** What a weekly close hangs on (SCORING.md 2.8). */
export interface WeekSensitivity {
  score: number
  /** Largest swing first. */
  bars: TornadoBar[]
  /** Largest effect first, by size. */
  leftOut: LeftOutIncident[]
  /** How many incidents there are that count. */
  incidents: number
}

/** Weekly closes by one set of half-lives. */
export interface HalfLifeLine extends HalfLifeSet {
  scores: number[]
}

/** Weekly closes by several sets of half-lives, side by side. */
export interface HalfLifeLines {
  weeks: { weekStart: number; day: number; close: number; coverage: Coverage; inProgress: boolean }[]
  lines: HalfLifeLine[]
}

/** Sobol indices of a weekly close; null where it does not vary. */
export interface WeekSobol {
  rows: number
  draws: number
  seed: number
  sobol: ScoreSobol | null
}

/** A dyad among those of a week, and in what share of common draws it holds its rank. */
export interface DyadRank {
  dyadId: string
  first: string
  second: string
  score: number
  rank: number
  share: number
}

/** How firmly the order of a week's dyads stands. */
export interface WeekRanks {
  weekStart: number
  /** By rank; the most tense alone where there are more. */
  dyads: DyadRank[]
  /** How many dyads were covered that week. */
  covered: number
  draws: number
  seed: number
}
