import type { Code, CodingMatrix } from '@/lib/core/reliability/codes'
import { type Tally, tallyOf } from '@/lib/core/reliability/tally'

/** `percentAgreement` of a tally. */
export function percentOf({ codes, pairable, counts, sizes, times }: Tally): number | undefined {
  const width = codes.length
  let [sum, units] = [0, 0]
  for (let unit = 0; unit < pairable; unit++) {
    if (times[unit] === 0) continue
    let agreeing = 0
    for (let at = unit * width; at < (unit + 1) * width; at++) agreeing += counts[at] * (counts[at] - 1)
    sum += (times[unit] * agreeing) / (sizes[unit] * (sizes[unit] - 1))
    units += times[unit]
  }
  return units > 0 ? sum / units : undefined
}

/**
 * The share of agreeing pairs of coders, 0..1, averaged over the units that two coders or more coded. It does not take
 * off what chance alone would give. Undefined without such units. O(units × codes).
 */
export const percentAgreement = (units: CodingMatrix<Code>): number | undefined => percentOf(tallyOf(units))
