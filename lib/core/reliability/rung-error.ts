import { MIN_UNITS } from '@/lib/core/reliability/agreement'
import { bootstrapSteps } from '@/lib/core/reliability/bootstrap'
import type { CodingMatrix } from '@/lib/core/reliability/codes'
import { percentOf } from '@/lib/core/reliability/percent'
import { finished, type Steps } from '@/lib/core/reliability/steps'
import { tallyOf } from '@/lib/core/reliability/tally'

/** The greatest disagreement that errors by one rung can give, and the chance of an error at which they give it. */
const LARGEST = 2 / 3
/** Half of what a 95 % interval leaves outside. */
const TAIL = 0.025

/** The chance that a coder is off by one rung, measured from units that two coders or more coded. */
export type MeasuredRungError =
  | { kind: 'too-few'; units: number }
  | {
      kind: 'measured'
      units: number
      /** Units in which not all rungs are the same. */
      differing: number
      /** Share of a unit's pairs of coders whose rungs differ, averaged over the units, 0..1. */
      disagreement: number
      /** Chance that a coder is off by one rung, 0..2/3, and its 95 % interval. */
      p: number
      low: number
      high: number
      /** The same chance with half a disagreement added in one unit more: never 0, however few units there are. */
      smoothed: number
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

/**
 * The rung error that units bear out, a row each with the rungs that its coders gave; too few below ten units with two
 * rungs. A unit counts once, however many coded it: each adds the share of its pairs that differ.
 *
 * The interval draws units with replacement. Where no unit differs, or all do, every draw is the same and would feign
 * certainty: the open end is then what 40 such series would show once (Clopper and Pearson 1934, Biometrika 26).
 */
export function measuredRungError(units: CodingMatrix<number>): MeasuredRungError {
  return finished(rungErrorSteps(units))
}

/** `measuredRungError` with a pause after each hundred draws. */
export function* rungErrorSteps(units: CodingMatrix<number>): Steps<MeasuredRungError> {
  const tally = tallyOf(units)
  const { pairable } = tally
  if (pairable < MIN_UNITS) return { kind: 'too-few', units: pairable }
  const interval = yield* bootstrapSteps(units, percentOf)
  const disagreement = 1 - (percentOf(tally) ?? 0)
  const differing = units.filter((unit) => new Set(unit.filter((rung) => rung !== null)).size > 1).length
  const never = 1 - TAIL ** (1 / pairable)
  const low = disagreement === 1 ? 1 - never : 1 - (interval?.high ?? 1)
  const high = disagreement === 0 ? never : 1 - (interval?.low ?? 0)
  return {
    kind: 'measured',
    units: pairable,
    differing,
    disagreement,
    p: rungErrorOf(disagreement),
    low: rungErrorOf(low),
    high: rungErrorOf(high),
    smoothed: rungErrorOf((disagreement * pairable + 0.5) / (pairable + 1)),
  }
}
