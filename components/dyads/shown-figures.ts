import { isCovered } from '@/lib/charts/points'
import type { DyadView, WeekView } from '@/lib/dyads/views'

/** The week whose figures a page states, and why it is not simply the one that was asked for. */
export interface ShownFigures {
  week: WeekView
  /** The asked-for week was not checked; `week` is the last covered one before it. */
  standsIn: boolean
  /** Nobody has looked since `week`, so its figures are greyed. */
  stale: boolean
}

/** Figures are those of a covered week: what was not checked has none to state. */
export function shownFigures({ shown, weeks, notCheckedSince }: DyadView): ShownFigures {
  const covered = weeks.findLast((week) => week.weekStart <= shown.weekStart && isCovered(week))
  const week = covered ?? shown
  const isLast = weeks.findLast(isCovered)?.weekStart === week.weekStart
  return { week, standsIn: !isCovered(shown), stale: !isCovered(shown) || (isLast && notCheckedSince !== null) }
}
