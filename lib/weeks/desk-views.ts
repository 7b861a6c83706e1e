import type { ReadingAsOf, WeekRecord } from '@/lib/dyads/views'

/** An incident with its part of a week's change. */
export interface DeskDriver {
  id: string
  title: string
  change: number
}

/** A first-ever of a dyad's record: the first of a code, or of its whole category. */
export interface DeskFirst {
  code: string
  ofCategory: boolean
  id: string
}

/** One dyad in the week of the desk. Scores unrounded. */
export interface DeskWeekRow {
  dyadId: string
  first: string
  second: string
  /** False where nobody looked: then only the last covered week is told. */
  covered: boolean
  lastCovered: { weekStart: number; weekId: string } | null
  close: number
  band: string
  /** Change of the close over one, four and 52 weeks; null where the record began later, or where nobody looked. */
  change1: number | null
  change4: number | null
  change52: number | null
  /** Close in another band than the week before: the one before. */
  bandBefore: string | null
  record: WeekRecord | null
  firsts: DeskFirst[]
  /** The new incident that raised, and the one that lowered the score most. */
  up: DeskDriver | null
  down: DeskDriver | null
  /** Part of the week's change by all older incidents, which fade. */
  fading: number | null
  incidents: number
}

/** The week of the whole desk, a page of it: those that moved most first, those that nobody checked last. */
export interface DeskWeek {
  weekStart: number
  weekId: string
  inProgress: boolean
  previous: string | null
  next: string | null
  headline: string
  counts: { dyads: number; up: number; down: number; still: number; notChecked: number }
  rows: DeskWeekRow[]
  /** Cursor of the page after this. */
  nextRows: string | null
  asOf: ReadingAsOf | null
}
