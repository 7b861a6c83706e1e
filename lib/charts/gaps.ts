import { weekSpan } from '@/lib/charts/axis'
import { isCovered } from '@/lib/charts/points'
import type { Coverage } from '@/lib/core/scoring'

/** A stretch of weeks that nobody checked, on the axis of days. */
export interface Gap {
  from: number
  to: number
  weeks: number
}

/** The stretches of unchecked weeks; days of one week count as that week. Points must be in order. */
export function gapsOf(points: readonly { weekStart: number; coverage: Coverage }[]): Gap[] {
  const gaps: Gap[] = []
  let lastWeek = Number.NaN
  for (const point of points) {
    if (isCovered(point) || point.weekStart === lastWeek) continue
    const [from, to] = weekSpan(point.weekStart)
    const open = gaps.at(-1)
    if (open && open.to === from) Object.assign(open, { to, weeks: open.weeks + 1 })
    else gaps.push({ from, to, weeks: 1 })
    lastWeek = point.weekStart
  }
  return gaps
}
