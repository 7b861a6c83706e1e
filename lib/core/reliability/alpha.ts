import type { Code, CodingMatrix } from '@/lib/core/reliability/codes'
import { distanceOf, type Metric } from '@/lib/core/reliability/distances'
import { type Tally, tallyOf } from '@/lib/core/reliability/tally'

/** The upper triangle of the coincidence matrix, row by row, and how many pairable codings each code has. */
interface Coincidences {
  pairs: Float64Array
  frequencies: Float64Array
}

/** Each unit adds its ordered pairs of unequal codes, divided by one less than its coders, so that a coding counts once. */
function coincidencesOf({ codes, pairable, counts, sizes, times }: Tally): Coincidences {
  const width = codes.length
  const pairs = new Float64Array(width * width)
  const frequencies = new Float64Array(width)
  for (let unit = 0; unit < pairable; unit++) {
    if (times[unit] === 0) continue
    const row = unit * width
    const share = times[unit] / (sizes[unit] - 1)
    for (let low = 0; low < width; low++) {
      const count = counts[row + low]
      if (count === 0) continue
      frequencies[low] += times[unit] * count
      for (let high = low + 1; high < width; high++) pairs[low * width + high] += share * count * counts[row + high]
    }
  }
  return { pairs, frequencies }
}

/** `krippendorffAlpha` of a tally. */
export function alphaOf(tally: Tally, metric: Metric): number | undefined {
  const { pairs, frequencies } = coincidencesOf(tally)
  const distance = distanceOf(metric, tally.codes, frequencies)
  const width = frequencies.length
  let [codings, observed, expected] = [0, 0, 0]
  for (let low = 0; low < width; low++) {
    codings += frequencies[low]
    if (frequencies[low] === 0) continue
    for (let high = low + 1; high < width; high++) {
      if (frequencies[high] === 0) continue
      const apart = distance(low, high)
      observed += pairs[low * width + high] * apart
      expected += frequencies[low] * frequencies[high] * apart
    }
  }
  return expected > 0 ? 1 - ((codings - 1) * observed) / expected : undefined
}

/**
 * Krippendorff's alpha: 1 − (observed disagreement / disagreement expected by chance), for any number of coders, with
 * gaps; units with fewer than two codes are left aside (Krippendorff 2011, "Computing Krippendorff's alpha-reliability";
 * 2019, "Content analysis", 4th ed.). 1 is perfect, 0 is chance, below 0 systematic disagreement. Undefined when
 * the pairable codes do not vary: agreement on a constant says nothing. O(units × codes²).
 * @throws RangeError when a metric other than the nominal meets a code that is no finite number, or the ratio one a
 * negative.
 */
export function krippendorffAlpha(units: CodingMatrix<Code>, metric: 'nominal'): number | undefined
export function krippendorffAlpha(units: CodingMatrix<number>, metric: Metric): number | undefined
export function krippendorffAlpha(units: CodingMatrix<Code>, metric: Metric): number | undefined {
  return alphaOf(tallyOf(units), metric)
}
