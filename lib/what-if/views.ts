import type { Category } from '@/lib/core/codebook'
import type { BandCost, FallStep } from '@/lib/core/outlook'
import type { Band, Coverage } from '@/lib/core/scoring'
import type { ReadingAsOf } from '@/lib/dyads/views'
import type { IncidentRow } from '@/lib/incidents/views'
import type { Hypothetical } from './schema'

/** A weekly close of the record, and what it would be. Scores unrounded. */
export interface WithoutWeek {
  weekStart: number
  weekId: string
  day: number
  coverage: Coverage
  inProgress: boolean
  close: number
  without: number
}

/** Something that can be struck out, and what the shown week's score loses without it alone. */
interface Strikable {
  struck: boolean
  drop: number
}

export interface StrikableIncident extends Strikable {
  /** It is out, by itself or with its category or its sources. */
  out: boolean
  row: IncidentRow & { withheld?: true }
}

export interface StrikableOutlet extends Strikable {
  outlet: string
  /** Incidents that it reports, and those that nobody else does: these go with it. */
  incidents: number
  alone: number
}

export interface StrikableCategory extends Strikable {
  category: Category
  incidents: number
}

/** A dyad's line without some incidents, outlets and categories. */
export interface WithoutView {
  weeks: WithoutWeek[]
  /** How many incidents are out, and how many lose a source and with it perhaps a grade. */
  gone: number
  regraded: number
  /** Those that matter most in the shown week, and those that are struck out. */
  incidents: StrikableIncident[]
  /** Outlets by how many incidents they report. */
  outlets: StrikableOutlet[]
  categories: StrikableCategory[]
  /** Incidents and outlets of the record, of which the lists have a part. */
  all: { incidents: number; outlets: number }
}

/** A day of the future and what the arithmetic makes of it. */
export interface AheadPoint {
  day: number
  /** If nothing happens. */
  alone: number
  /** With what is added; null without anything. */
  added: number | null
}

/** An incident that is supposed, and what it would do. */
export interface Supposed extends Hypothetical {
  id: string
  label: string
  category: Category
  rung: number
  points: number
  /** The score of its day without it and with it, all others that are supposed as they are. */
  before: number
  after: number
}

/** What the arithmetic says of the time to come. */
export interface AheadView {
  /** The day that everything starts from. */
  day: number
  score: number
  band: Band
  points: number
  bands: readonly Band[]
  methodId: string
  methodHash: string
  /** Weekly closes up to that day, oldest first. */
  past: { weekStart: number; day: number; close: number; coverage: Coverage }[]
  /** That day, then Sundays. */
  future: AheadPoint[]
  /** When it leaves its bands by itself. */
  fall: FallStep[]
  /** The bands that it would enter within the horizon with what is added. */
  path: FallStep[]
  /** What would take it to each band above its own. */
  costs: BandCost[]
  supposed: Supposed[]
  /** The last day that something can be supposed on. */
  lastDay: number
  asOf: ReadingAsOf | null
  unreviewed: boolean
}
