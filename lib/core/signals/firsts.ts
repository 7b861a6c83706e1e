import { CATEGORY_PREFIX, type Category } from '@/lib/core/codebook/categories'
import { counts, type ScoredIncident } from '@/lib/core/scoring/term'
import { inOrderOfTime } from '@/lib/core/signals/in-order-of-time'

/** Something that had not happened before in a dyad's record. */
export interface First {
  /** The first of its indicator, or of its whole category. */
  scope: 'code' | 'category'
  code: string
  category: Category
  day: number
  /** The incidents of that code or category on that day. */
  ids: string[]
}

const codeOf = ({ category, rung }: ScoredIncident) => `${CATEGORY_PREFIX[category]}${rung > 0 ? '+' : ''}${rung}`

/**
 * The first-evers of a dyad's record by day: the first incident of each indicator code, and of each category with any sign;
 * a first of a category is a first of its code too. `incidents` come in any order; those that do not count are passed over.
 * O(n log n).
 */
export function firsts(incidents: readonly ScoredIncident[]): First[] {
  const found = new Map<string, First>()
  for (const incident of inOrderOfTime(incidents.filter((one) => counts(one)))) {
    const { id, category, startDay: day } = incident
    const code = codeOf(incident)
    for (const scope of ['category', 'code'] as const) {
      const key = scope === 'category' ? category : code
      const known = found.get(key)
      if (!known) found.set(key, { scope, code, category, day, ids: [id] })
      else if (known.day === day) known.ids.push(id)
    }
  }
  return [...found.values()]
}
