import { drawStateOf, fnv1a32, uniformFrom } from '@/lib/core/hash/uniform'
import { answeredCount } from '@/lib/core/reciprocity/answers'
import type { DaySpan } from '@/lib/core/reciprocity/side-days'

/** How the shuffled histories compare with the one that took place. */
export interface ShuffleCounts {
  /** Histories with more answered moves. */
  above: number
  /** Histories with as many. */
  equal: number
  permutations: number
}

/** `days`, ascending within the span, moved on by `shift` days around the circle that the span is bent into; ascending. */
export function shiftedInto(target: Int32Array, days: Int32Array, shift: number, { firstDay, lastDay }: DaySpan): void {
  const length = lastDay - firstDay + 1
  let wrapped = days.length
  while (wrapped > 0 && days[wrapped - 1] + shift > lastDay) wrapped--
  const around = days.length - wrapped
  for (let at = 0; at < around; at++) target[at] = days[wrapped + at] + shift - length
  for (let at = 0; at < wrapped; at++) target[around + at] = days[at] + shift
}

/**
 * Counts of answered moves of `own` when the days of `other` are shifted by a random number of days, 0 up to the span's
 * length, all equally likely. `key` names the numbers. O(permutations × (own + other)).
 */
export function shuffleCounts(
  own: Int32Array,
  other: Int32Array,
  {
    span,
    windowDays,
    permutations,
    seed,
    key,
  }: {
    span: DaySpan
    windowDays: number
    permutations: number
    seed: number
    key: string
  },
): ShuffleCounts {
  const length = span.lastDay - span.firstDay + 1
  const observed = answeredCount(own, other, windowDays)
  const shifted = new Int32Array(other.length)
  const keyHash = fnv1a32(key)
  let [above, equal] = [0, 0]
  for (let draw = 0; draw < permutations; draw++) {
    shiftedInto(shifted, other, Math.floor(uniformFrom(drawStateOf(seed, draw), keyHash) * length), span)
    const count = answeredCount(own, shifted, windowDays)
    if (count > observed) above++
    else if (count === observed) equal++
  }
  return { above, equal, permutations }
}

/** p = (1 + #{at least the observed}) / (1 + permutations): never below its level too often, whatever the ties. */
export const conservativeP = ({ above, equal, permutations }: ShuffleCounts): number =>
  (1 + above + equal) / (1 + permutations)

/**
 * p with ties broken by `u`, uniform over 0..1: (#{above} + u (1 + #{equal})) / (1 + permutations). Exactly uniform
 * under the null, and so the yardstick of the test's validity; not for showing, for it changes with `u`.
 */
export const randomisedP = ({ above, equal, permutations }: ShuffleCounts, u: number): number =>
  (above + u * (1 + equal)) / (1 + permutations)
