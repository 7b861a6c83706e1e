import { isCovered } from '@/lib/charts/points'
import type { Coverage } from '@/lib/core/scoring'

/** Weeks that a chart may reach back; `all` is the whole record up to the running week. */
export const RANGES = ['13', '26', '52', 'all'] as const

export type Range = (typeof RANGES)[number]

/** Unchecked weeks after the last covered one that are still drawn one by one. */
const LONGEST_TAIL = 4
/** Weeks drawn after the last covered one, or after the shown one, where more follow. */
const SHORT_TAIL = 3

/** Whether `text` is a range. */
export const isRange = (text: unknown): text is Range => RANGES.some((range) => range === text)

/** The weeks that a chart draws, by index, both included, and how many follow undrawn. */
export interface ChartWindow {
  from: number
  to: number
  hidden: number
  /** How many of those were checked or have incidents. */
  hiddenCovered: number
}

interface Week {
  weekStart: number
  coverage: Coverage
}

/**
 * The window of a range. It ends at the last covered week, so that a record nobody keeps up still tells its story; only
 * where the shown week would fall outside does it end there. A long unchecked tail is cut to three weeks.
 */
export function windowOf(weeks: readonly Week[], shownWeek: number, range: Range): ChartWindow {
  const last = weeks.length - 1
  if (range === 'all') return { from: 0, to: last, hidden: 0, hiddenCovered: 0 }
  const lastCovered = weeks.findLastIndex(isCovered)
  const shown = weeks.findIndex(({ weekStart }) => weekStart === shownWeek)
  const anchor = lastCovered < 0 ? last : lastCovered
  const tail = (index: number) => (last - index > LONGEST_TAIL ? index + SHORT_TAIL : last)
  const from = Math.max(0, anchor - Number(range) + 1)
  const inside = shown < 0 || (shown >= from && shown <= tail(anchor))
  const end = inside ? anchor : shown
  const to = inside ? tail(anchor) : Math.min(last, shown + SHORT_TAIL)
  return {
    from: Math.max(0, end - Number(range) + 1),
    to,
    hidden: last - to,
    hiddenCovered: weeks.slice(to + 1).filter(isCovered).length,
  }
}
