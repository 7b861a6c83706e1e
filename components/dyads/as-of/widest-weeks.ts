import type { ComparedWeek } from '@/lib/as-of/views'
import { displayOf } from '@/lib/core/scoring'

/** A week that is known otherwise than it was said, and by how much. */
export interface WidestWeek {
  weekStart: number
  difference: number
}

/** The weeks whose closes differ most between the two lines, as shown; the widest first. What one line lacks has no difference. */
export function widestWeeks(weeks: readonly ComparedWeek[], most: number): WidestWeek[] {
  return weeks
    .flatMap(({ weekStart, said, known }) =>
      said === null || known === null ? [] : [{ weekStart, difference: known - said }],
    )
    .filter(({ difference }) => displayOf(difference) !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.weekStart - b.weekStart)
    .slice(0, most)
}
