import type { Category } from '@/lib/core/codebook/categories'
import { counts, type ScoredIncident } from '@/lib/core/scoring/term'
import { inOrderOfTime } from '@/lib/core/signals/in-order-of-time'

const TOP_RUNG = 5

/** An incident on the top rung of its ladder. */
export interface TopRung {
  id: string
  category: Category
  day: number
}

/** Every incident of rung +5 that counts, by day (SCORING.md 2.10). O(n log n). */
export const topRungs = (incidents: readonly ScoredIncident[]): TopRung[] =>
  inOrderOfTime(incidents.filter((incident) => counts(incident) && incident.rung === TOP_RUNG)).map(
    ({ id, category, startDay }) => ({ id, category, day: startDay }),
  )
