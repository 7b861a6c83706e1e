import {
  bootstrapSteps,
  type CodingMatrix,
  type Estimate,
  MIN_UNITS,
  pairsOf,
  type Steps,
  type Tally,
  tallyOf,
} from '@/lib/core/reliability'
import { quantileOfSorted } from '@/lib/core/statistics/quantile'
import type { Figure } from './report-views'

/** What the two statistics need of each pairable unit; days counted from the first, so that their squares stay exact. */
interface Sums {
  /** Sum of the unit's days, and of their squares. */
  days: Float64Array
  squares: Float64Array
  /** Share of its pairs of coders that agree, 0..1. */
  agreeing: Float64Array
}

function sumsOf({ codes, pairable, counts, sizes }: Tally): Sums {
  const width = codes.length
  const sums = {
    days: new Float64Array(pairable),
    squares: new Float64Array(pairable),
    agreeing: new Float64Array(pairable),
  }
  for (let unit = 0; unit < pairable; unit++) {
    for (let place = 0; place < width; place++) {
      const count = counts[unit * width + place]
      if (count === 0) continue
      const day = Number(codes[place]) - Number(codes[0])
      sums.days[unit] += count * day
      sums.squares[unit] += count * day * day
      sums.agreeing[unit] += (count * (count - 1)) / (sizes[unit] * (sizes[unit] - 1))
    }
  }
  return sums
}

/** Interval alpha: the squared differences within units and among all codings follow from sums of days and squares. */
function alphaOf({ pairable, sizes, times }: Tally, { days, squares }: Sums): number | undefined {
  let [codings, day, square, observed] = [0, 0, 0, 0]
  for (let unit = 0; unit < pairable; unit++) {
    if (times[unit] === 0) continue
    codings += times[unit] * sizes[unit]
    day += times[unit] * days[unit]
    square += times[unit] * squares[unit]
    observed += (times[unit] * (sizes[unit] * squares[unit] - days[unit] ** 2)) / (sizes[unit] - 1)
  }
  const expected = codings * square - day ** 2
  return expected > 0 ? 1 - ((codings - 1) * observed) / expected : undefined
}

function percentOf({ pairable, times }: Tally, { agreeing }: Sums): number | undefined {
  let [sum, units] = [0, 0]
  for (let unit = 0; unit < pairable; unit++) {
    sum += times[unit] * agreeing[unit]
    units += times[unit]
  }
  return units > 0 ? sum / units : undefined
}

/** Days between the two codings of each pair of coders: the median and the largest; undefined without a pair. */
function distancesOf(matrix: CodingMatrix<number>): { median: number; largest: number } | undefined {
  const apart = Float64Array.from(pairsOf(matrix), ([a, b]) => Math.abs(a - b)).sort()
  const median = quantileOfSorted(apart, 0.5)
  return median === undefined ? undefined : { median, largest: apart[apart.length - 1] }
}

/**
 * How well coders agree on days: interval alpha and percent agreement as `agreementOf` gives them, to rounding, and how far
 * apart two coders' days are. Days are many and each nearly its own code, so each draw goes over the units alone:
 * O(draws × units), not × days². Pauses after each hundred draws.
 */
export function* dateAgreement(matrix: CodingMatrix<number>): Steps<Figure> {
  const tally = tallyOf(matrix)
  const { pairable: units } = tally
  if (units < MIN_UNITS) return { kind: 'too-few', units }
  const sums = sumsOf(tally)
  function* estimate(statistic: (tally: Tally, sums: Sums) => number | undefined): Steps<Estimate | undefined> {
    const value = statistic(tally, sums)
    if (value === undefined) return undefined
    const interval = yield* bootstrapSteps(matrix, (resample) => statistic(resample, sums))
    return interval && { value, ...interval }
  }
  const alpha = yield* estimate(alphaOf)
  const percent = yield* estimate(percentOf)
  const apart = distancesOf(matrix)
  if (!alpha || !percent || !apart) return { kind: 'no-variation', units }
  return { kind: 'measured', units, alpha, percent, gwet: null, apart }
}
