import { quantileOf } from '@/lib/core/statistics/quantile'

/** The middle 80 % of an ensemble. */
export interface Interval80 {
  low: number
  high: number
}

/**
 * From the 10 % to the 90 % quantile of an ensemble (type 7). Undefined with fewer than two members: a single value has no
 * spread to judge. O(m log m).
 */
export function interval80Of(ensemble: ArrayLike<number>): Interval80 | undefined {
  const members = Float64Array.from(ensemble)
  const [low, high] = [quantileOf(members, 0.1), quantileOf(members, 0.9)]
  return members.length < 2 || low === undefined || high === undefined ? undefined : { low, high }
}

/** Whether an 80 % interval holds what came, its ends included; undefined without an interval. */
export function isCovered(ensemble: ArrayLike<number>, observed: number): boolean | undefined {
  const interval = interval80Of(ensemble)
  return interval && observed >= interval.low && observed <= interval.high
}

/** Share of forecasts whose 80 % interval held what came, among those that have one; undefined when none has. */
export function coverage80(forecasts: Iterable<{ ensemble: ArrayLike<number>; observed: number }>): number | undefined {
  let [held, known] = [0, 0]
  for (const { ensemble, observed } of forecasts) {
    const covered = isCovered(ensemble, observed)
    if (covered === undefined) continue
    known++
    if (covered) held++
  }
  return known === 0 ? undefined : held / known
}
