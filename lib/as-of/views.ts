import type { Coverage } from '@/lib/core/scoring'
import type { MethodChoice } from './schema'

/** A stop of the time slider: a moment at which what is known of a dyad had changed. ISO 8601. */
export interface StopView {
  at: string
  /** How many changes it stands for: more than one where stops are days or months. */
  changes: number
}

/** The stops of a dyad's slider, oldest first; each stands for one change, or for all of a day or a month. */
export interface StopsView {
  grain: 'change' | 'day' | 'month'
  stops: StopView[]
}

/** The versions of the method by which a dyad was scored at a moment, and is scored now. */
export interface AsOfMethods {
  said: string
  known: string
}

/** One week in both lines. A close is null where the record of that reading has no such week, or nobody had looked at it. */
export interface ComparedWeek {
  weekStart: number
  said: number | null
  known: number | null
}

/** What happened to an incident between then and now. */
export type DifferenceKind = 'late' | 'again' | 'counts' | 'corrected' | 'retracted' | 'reopened' | 'context'

/** A field of an incident in words, as it was said then and is known now. */
export interface ChangedField {
  field: 'date' | 'end' | 'code' | 'grade' | 'direction'
  said: string
  known: string
}

/** An incident that explains a part of the difference. `at` is the moment since which it counts as it does now, ISO 8601. */
export interface DifferenceView {
  id: string
  kind: DifferenceKind
  title: string
  code: string
  day: number
  at: string
  changed: ChangedField[]
  /** Its part of the difference on the compared day. */
  effect: number
}

/** What was said of a dyad at a moment against what is known now. */
export interface ComparisonView {
  dyadId: string
  /** The moment, ISO 8601, and which method the line of then is by. */
  at: string
  method: MethodChoice
  saidMethod: string
  knownMethod: string
  /** The weeks of either record, oldest first; the running one of then is the last, cut at that day in both lines. */
  weeks: ComparedWeek[]
  /** The compared week, and the day on which it is compared: its last, or that of the moment. */
  weekStart: number
  day: number
  /** By the arithmetic alone where nobody had looked: see `coverage`. */
  said: number
  known: number
  coverage: { said: Coverage; known: Coverage }
  /** Known now less said then. The parts add up to it. */
  difference: number
  /** By size of effect. */
  parts: DifferenceView[]
  /** Effect of further incidents, beyond those listed, and how many. */
  others: { count: number; effect: number }
  /** Effect of the method, where it differs. */
  methodEffect: number | null
  /** Incidents up to the moment that count otherwise than then, but add nothing to this day. */
  elsewhere: number
}

/** A cell of the vintage table: a week's close as it was said at the end of a month. */
export interface VintageCell {
  close: number
  coverage: Coverage
}

/** A month in which was asked: its end, or now. */
export interface VintageColumn {
  /** `YYYY-MM`. */
  month: string
  /** ISO 8601. */
  at: string
  running: boolean
  methodId: string
}

/** Rows are weeks, columns months in which was asked. A cell is null before the week had ended, or outside the record of then. */
export interface VintageTable {
  dyadId: string
  method: MethodChoice
  /** The version by which the dyad is scored now. */
  presentMethod: string
  /** Oldest first. */
  columns: VintageColumn[]
  /** Newest week first. */
  rows: { weekStart: number; cells: (VintageCell | null)[] }[]
  /** The weeks after and before those shown, and the months: Mondays and `YYYY-MM` to ask for; null where none are left. */
  newerWeeks: number | null
  olderWeeks: number | null
  newerMonths: string | null
  olderMonths: string | null
  /** All changes fell into one month. */
  single: boolean
}
