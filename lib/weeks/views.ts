import type { First, Signal } from '@/lib/core/signals'
import type { CheckView, DyadView, WeekView } from '@/lib/dyads/views'
import type { IncidentRow } from '@/lib/incidents/views'
import type { MeasuresView } from '@/lib/measures/views'

/** An incident with its part of a change. */
export interface WeekDriver {
  row: IncidentRow
  /** Part of the change of score (SCORING.md 2.3, 2.15). */
  change: number
  /** Points before the span and at its end. */
  before: number
  now: number
  /** It began within the span; else it is an older one that fades. */
  fresh: boolean
}

/** The change of the close over some weeks, with what moved it most. */
export interface SpanChange {
  weeks: number
  /** The week that it is compared with; null where the record began later. */
  from: Pick<WeekView, 'weekStart' | 'weekId' | 'close' | 'coverage'> | null
  change: number | null
  /** The strongest first: three each, and of what raised a longer span five. */
  up: WeekDriver[]
  down: WeekDriver[]
}

/** Older incidents of a week, which only fade. */
export interface Decay {
  /** Part of the week's change by all of them. */
  change: number
  incidents: number
  /** Those that lost most. */
  most: WeekDriver[]
}

/** How well the score on the week's last day is sourced. */
export interface Grounds {
  /** Share of |points| from incidents with v ≥ 0.75 and a confidence that is not low; null without points. */
  quality: number | null
  /** Incidents of the week below that, most points first; at most five. */
  weak: IncidentRow[]
  weakCount: number
}

/** What nobody has approved yet among the incidents of a week; for those who may see it. */
export interface Unreviewed {
  rows: IncidentRow[]
  count: number
}

/** A dyad's week on one page. */
export interface WeekPage
  extends Pick<
    DyadView,
    'dyadId' | 'first' | 'second' | 'methodId' | 'methodHash' | 'bands' | 'record' | 'began' | 'asOf' | 'unreviewed'
  > {
  week: WeekView
  /** Weeks up to it, at most 53, oldest first. */
  weeks: WeekView[]
  previous: string | null
  next: string | null
  /** The last covered week before it, where it was not checked. */
  lastCovered: WeekView | null
  headline: string
  spans: SpanChange[]
  decay: Decay
  signals: Signal[]
  firsts: First[]
  grounds: Grounds
  /** Null for those who may not see it, and as of a moment. */
  waiting: Unreviewed | null
  check: CheckView | null
  measures: MeasuresView
  /** Titles of the incidents that signals and first-evers name, by id. */
  titles: Record<string, string>
}
