import type { Category } from '@/lib/core/codebook'
import type { Band, Coverage, Figures } from '@/lib/core/scoring'
import type { IncidentRow } from '@/lib/incidents/views'

/** A week of a dyad as pages and charts show it. Scores unrounded; `figures` are those of its last day. */
export interface WeekView {
  weekStart: number
  weekId: string
  /** The week's last day that counts: Sunday, or today in the running week. */
  lastDay: number
  inProgress: boolean
  coverage: Coverage
  close: number
  high: number
  highDay: number
  low: number
  mean: number
  /** Close less the close of the week before; null in the first week of the record. */
  change: number | null
  figures: Figures
  /** Fresh points of the week. */
  inflow: { forward: number; backward: number; byCategory: Record<Category, number> }
  incidents: number
  driver: { id: string; title: string; code: string; day: number; points: number } | null
}

/** A score on a day, for the daily grain. */
export interface DayView {
  day: number
  score: number
  figures: Figures
  /** The coverage of the day's week. */
  coverage: Coverage
}

/** A context entry on the chart: an act of a third country, without points. */
export interface ContextMark {
  id: string
  day: number
  actor: string
  title: string
}

/** One line of the overview. `shown` is the week asked for, or the last covered week before it where that one was not checked. */
export interface OverviewRow {
  dyadId: string
  first: string
  second: string
  shown: WeekView
  /** Set when the asked-for week was not checked: Monday of the first week since which nobody looked. */
  notCheckedSince: number | null
  /** What the arithmetic alone leaves in the asked-for week, where it was not checked. */
  arithmetic: number | null
  /** Closes of the 26 weeks up to the asked-for one, oldest first. */
  spark: { weekStart: number; close: number; coverage: Coverage }[]
  record: WeekRecord | null
  lastIncidentDay: number | null
  /** The bands of the method that made the row's figures. */
  bands: readonly Band[]
}

/** `since` null: the highest since the record began on `began`. Mondays. */
export interface WeekRecord {
  since: number | null
  began: number
}

export interface OverviewPage {
  weekStart: number
  previousWeek: number | null
  nextWeek: number | null
  rows: OverviewRow[]
  next: string | null
  counts: { dyads: number; upABand: number; records: number; notChecked: number }
  /** One sentence of words, made from the data; null without dyads. */
  sentence: string | null
  /** The moment as of which all of it is, ISO 8601; null for what counts now. */
  asOf: ReadingAsOf | null
}

/** A moment in a view: ISO 8601, and whether the method is that of then or of now. */
export interface ReadingAsOf {
  at: string
  method: 'then' | 'now'
}

/** A dyad's page. Weeks oldest first, from the record's first week (or the asked-for range) to the running one. */
export interface DyadView {
  dyadId: string
  first: string
  second: string
  /** The method that made the figures, which need not be the latest. */
  methodId: string
  methodHash: string
  /** Its bands. */
  bands: readonly Band[]
  /** The week that the page opens at: the last covered one, unless another is asked for. */
  shown: WeekView
  weeks: WeekView[]
  /** Set when the running week is not covered: Monday of the first week since which nobody looked. */
  notCheckedSince: number | null
  /** What the arithmetic alone leaves today. */
  today: { day: number; score: number; band: string }
  record: WeekRecord | null
  /** Monday of the record's first week. */
  began: number
  markers: { weekStart: number; day: number; id: string; code: string; title: string; points: number }[]
  context: ContextMark[]
  /** The moment as of which all of it is, ISO 8601; null for what counts now. `today` is then the day of that moment. */
  asOf: ReadingAsOf | null
  /** What is proposed counts as if it were approved. */
  unreviewed: boolean
}

/** An incident with what it adds on a day and its part of a week's change. */
export interface IncidentPart {
  row: IncidentRow
  /** How many sources it names. */
  sources: number
  /** Points on the week's last day. */
  pointsNow: number
  /** Part of the score on that day. */
  contribution: number
  /** Part of the week's change. */
  change: number
}

/** A week taken apart: its new incidents, the rest of the change as fading, and the largest contributions on its last day. */
export interface WeekParts {
  weekStart: number
  lastDay: number
  score: number
  change: number
  incidents: IncidentPart[]
  nextIncidents: string | null
  /** Part of the change by all older incidents together, which fade. */
  fading: number
  /** Part of the change by new incidents beyond this page. */
  others: number
  largest: IncidentPart[]
}

/** One weekly check, or its withdrawal. */
export interface CheckView {
  weekStart: number
  checked: boolean
  note: string
  by: string
  at: string
}

/** The first day of the run in which a dyad has not been below a band; `open` when it began before the year that is looked at. */
export interface StandingView {
  band: string
  since: number
  open: boolean
}
