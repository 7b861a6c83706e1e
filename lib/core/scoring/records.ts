/** A weekly close, or a day's score, that stands out: `since` is when it was last as high, null = never in the record. */
export interface ScoreRecord {
  /** Monday of the latest earlier week with a close at least as high; null when there is none. */
  since: number | null
  /** Monday of the week that sets the record. */
  on: number
  /** Monday of the first week of the record. */
  began: number
}

/**
 * The record that week `index` sets: null unless its close rose over the week before, else the latest earlier week whose
 * close was at least as high (SCORING.md 2.10).
 */
export function recordOf(weeks: readonly { weekStart: number; close: number }[], index: number): ScoreRecord | null {
  const week = weeks[index]
  if (index < 1 || !week || week.close <= weeks[index - 1].close) return null
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    if (weeks[earlier].close >= week.close) {
      return { since: weeks[earlier].weekStart, on: week.weekStart, began: weeks[0].weekStart }
    }
  }
  return { since: null, on: week.weekStart, began: weeks[0].weekStart }
}

/** Latest earlier day whose score is at least that of `day`; null when there is none. `scores` begin on `firstDay`. */
export function dailyRecordOf(scores: ArrayLike<number>, firstDay: number, day: number): number | null {
  const index = day - firstDay
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    if (scores[earlier] >= scores[index]) return firstDay + earlier
  }
  return null
}
