import type { Category } from '@/lib/core/codebook/categories'
import { counts, type ScoredIncident } from '@/lib/core/scoring/term'
import { inOrderOfTime } from '@/lib/core/signals/in-order-of-time'

/** After so many days without one, an escalatory incident opens its category anew. */
const QUIET_DAYS = 365

/** A category that is hit again, or for the first time. */
export interface NewFront {
  category: Category
  day: number
  /** Day of the escalatory incident before, 365 or more days earlier; null when the record has none. */
  since: number | null
  /** The escalatory incidents of that category and day. */
  ids: string[]
}

/**
 * The first escalatory incidents of a category in 365 days, by day (SCORING.md 2.10). `incidents` are those of one dyad, in any
 * order; those that do not count are passed over. O(n log n).
 */
export function newFronts(incidents: readonly ScoredIncident[]): NewFront[] {
  const fronts: NewFront[] = []
  const latest = new Map<Category, { day: number; front: NewFront | null }>()
  for (const { id, category, startDay } of inOrderOfTime(incidents.filter((one) => counts(one) && one.rung > 0))) {
    const before = latest.get(category)
    if (before?.day === startDay) {
      before.front?.ids.push(id)
      continue
    }
    const since = before?.day ?? null
    const opens = since === null || startDay - since >= QUIET_DAYS
    const front = opens ? { category, day: startDay, since, ids: [id] } : null
    if (front) fronts.push(front)
    latest.set(category, { day: startDay, front })
  }
  return fronts
}
