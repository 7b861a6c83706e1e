import { MIN_UNITS } from '@/lib/core/reliability/agreement'

/** The greatest disagreement that errors by one rung can give, and the chance of an error at which they give it. */
const LARGEST = 2 / 3

/** The chance that a coder is off by one rung, measured from pairs of coders. */
export type MeasuredRungError =
  | { kind: 'too-few'; pairs: number }
  | {
      kind: 'measured'
      pairs: number
      /** Share of the pairs whose rungs differ, 0..1. */
      disagreement: number
      /** Chance that a coder is off by one rung, 0..2/3. */
      p: number
    }

/**
 * The chance p that a coder is off by one rung, from the share d of pairs of coders that disagree. If each is off alone,
 * half the time up and half down, two agree when both are right or both err the same way: 1 − d = (1 − p)² + p²/2, so
 * d = 2p − 1.5p² and p = (2 − √(4 − 6d)) / 3. More than two thirds cannot come from such errors: p stays at 2/3.
 * @throws RangeError when `pairDisagreement` is not between 0 and 1.
 */
export function rungErrorOf(pairDisagreement: number): number {
  if (!(pairDisagreement >= 0 && pairDisagreement <= 1)) {
    throw new RangeError(`a share lies between 0 and 1, not at ${pairDisagreement}`)
  }
  if (pairDisagreement >= LARGEST) return LARGEST
  return (2 - Math.sqrt(4 - 6 * pairDisagreement)) / 3
}

/** The rung error that pairs of rungs, each two coders' of one incident, bear out; too few below ten pairs. */
export function measuredRungError(pairs: readonly (readonly [number, number])[]): MeasuredRungError {
  if (pairs.length < MIN_UNITS) return { kind: 'too-few', pairs: pairs.length }
  const disagreement = pairs.filter(([a, b]) => a !== b).length / pairs.length
  return { kind: 'measured', pairs: pairs.length, disagreement, p: rungErrorOf(disagreement) }
}
