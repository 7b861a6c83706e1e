import { weekStartOf } from '@/lib/core/calendar'
import { inOrderOfTime } from '@/lib/core/signals/in-order-of-time'
import type { WatchCause } from '@/lib/core/watch/cause'
import type { WatchCondition } from '@/lib/core/watch/condition'
import { counted, type WatchFacts } from '@/lib/core/watch/facts'
import { firstCauses, incidentCauses, unreviewedCauses } from '@/lib/core/watch/incident-causes'
import { bandCauses, moveCauses, silenceCauses } from '@/lib/core/watch/weekly-causes'

/**
 * Everything in a dyad's record that a condition is met by, in order of time: what a rule that was always on would have told of.
 * A rule in use tells of what is new since it was switched on, and a back-test of all of it. Keys differ from each other.
 * O(weeks + incidents × log incidents).
 */
export function causesOf(condition: WatchCondition, facts: WatchFacts): WatchCause[] {
  switch (condition.kind) {
    case 'band':
      return bandCauses(condition, facts)
    case 'move':
      return moveCauses(condition, facts)
    case 'silence':
      return silenceCauses(condition, facts)
    case 'incident':
      return incidentCauses(condition, facts)
    case 'first':
      return firstCauses(condition, facts).toSorted((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1))
    case 'unreviewed':
      return unreviewedCauses(condition, facts).toSorted((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1))
  }
}

/**
 * The incidents of a week that stand behind a move of its close: those that raise the score for a rise, those that lower it for
 * a fall, by day. None for a silence, nor where the score moved by fading alone.
 */
export function idsOfWeek({ facts, weekStart, before, after }: WatchCause, record: WatchFacts): string[] {
  if (facts.kind === 'silence' || before === null || after === null) return []
  const rises = after > before
  return inOrderOfTime(counted(record))
    .filter(({ startDay, rung }) => weekStartOf(startDay) === weekStart && rung > 0 === rises)
    .map(({ id }) => id)
}
