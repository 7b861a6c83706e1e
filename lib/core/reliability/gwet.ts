import type { Code, CodingMatrix } from '@/lib/core/reliability/codes'
import {
  type AgreementWeights,
  identityWeights,
  type WeightMatrix,
  weightsOf,
} from '@/lib/core/reliability/gwet-weights'
import { type Tally, tallyOf } from '@/lib/core/reliability/tally'

/** Weighted share of agreeing pairs of coders, averaged over the pairable units. */
function observedOf({ codes, pairable, counts, sizes, times }: Tally, weights: WeightMatrix): number | undefined {
  const width = codes.length
  let [sum, units] = [0, 0]
  for (let unit = 0; unit < pairable; unit++) {
    if (times[unit] === 0) continue
    const row = unit * width
    let agreeing = 0
    for (let code = 0; code < width; code++) {
      const count = counts[row + code]
      if (count === 0) continue
      let weighted = -1
      for (let other = 0; other < width; other++) weighted += weights[code * width + other] * counts[row + other]
      agreeing += count * weighted
    }
    sum += (times[unit] * agreeing) / (sizes[unit] * (sizes[unit] - 1))
    units += times[unit]
  }
  return units > 0 ? sum / units : undefined
}

/** Agreement by chance: from how evenly the codes are used in all units, also those that one coder alone coded. */
function expectedOf({ codes, units, counts, sizes, times }: Tally, weights: WeightMatrix): number {
  const width = codes.length
  const used = new Float64Array(width)
  let total = 0
  for (let unit = 0; unit < units; unit++) {
    total += times[unit]
    const share = times[unit] / sizes[unit]
    for (let code = 0; code < width; code++) used[code] += share * counts[unit * width + code]
  }
  const spread = used.reduce((sum, amount) => sum + (amount / total) * (1 - amount / total), 0)
  return (weights.reduce((sum, weight) => sum + weight, 0) * spread) / (width * (width - 1))
}

/** `gwetAC1` or `gwetAC2` of a tally, by the weights of its codes. */
export function gwetOf(tally: Tally, weights: WeightMatrix): number | undefined {
  if (tally.codes.length < 2) return undefined
  const observed = observedOf(tally, weights)
  if (observed === undefined) return undefined
  const expected = expectedOf(tally, weights)
  return (observed - expected) / (1 - expected)
}

/**
 * Gwet's AC1: agreement beyond chance that keeps its sense when one code dominates, where kappa and alpha drop (Gwet 2008,
 * British Journal of Mathematical and Statistical Psychology 61; several coders and gaps: Gwet 2014, "Handbook of
 * inter-rater reliability", 4th ed.). The codes are those of `scale`, or those seen. Undefined with fewer than two codes
 * or without a unit that two coders coded. O(units × codes²).
 * @throws RangeError when a code is not on the scale.
 */
export function gwetAC1(units: CodingMatrix<Code>, scale?: readonly Code[]): number | undefined {
  const tally = tallyOf(units, scale)
  return gwetOf(tally, identityWeights(tally.codes))
}

/**
 * Gwet's AC2: AC1 with partial agreement between near numbers (Gwet 2014, ch. 3). Scale, undefined and cost as for
 * AC1.
 * @throws RangeError when a number is not on the scale or not finite.
 */
export function gwetAC2(
  units: CodingMatrix<number>,
  weights: AgreementWeights,
  scale?: readonly number[],
): number | undefined {
  const tally = tallyOf(units, scale)
  return gwetOf(tally, weightsOf(tally.codes, weights))
}
