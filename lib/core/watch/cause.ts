import type { Category } from '@/lib/core/codebook/categories'

/** What happened, by the kind of the condition that it met. */
export type CauseFacts =
  | { kind: 'band'; way: 'enters' | 'leaves'; bandBefore: string; bandAfter: string }
  | { kind: 'move' }
  | { kind: 'incident'; code: string; category: Category }
  /** `what` is a code or a category; `since` the day of the last one before, for a front that was quiet. */
  | { kind: 'first'; of: 'code' | 'category' | 'front'; what: string; since: number | null }
  /** `since` is the Monday of the last week that was not silent; null where the record begins with the silence. */
  | { kind: 'silence'; of: 'incidents' | 'checks'; weeks: number; since: number | null }
  | { kind: 'unreviewed'; days: number }

/** One reason for an alert. */
export interface WatchCause {
  /** The same for the same cause however often figures are recomputed: a rule tells of a key once in a dyad. */
  key: string
  /** The day on which it happened: Sunday for a week. */
  day: number
  /** Monday of its week. */
  weekStart: number
  /** The first day on which it can be told: a week is told when it is over. */
  toldDay: number
  /** Weekly closes before and after, not rounded; null where the condition is not about the score. */
  before: number | null
  after: number | null
  /** The incidents behind it, where it is about incidents; those of a week are found by `idsOfWeek`. */
  ids: string[]
  facts: CauseFacts
}

/** A cause that is settled by a week which is over. */
export const ofWeek = (weekStart: number): Pick<WatchCause, 'day' | 'weekStart' | 'toldDay'> => ({
  day: weekStart + 6,
  weekStart,
  toldDay: weekStart + 7,
})
