export interface ChangePointOptions {
  /** The smallest shift of interest, in score points. */
  sigma?: number
  /** Fewest weeks of a segment. */
  minLength?: number
}

/** A shift of level: `index` is the first week of the new segment, the rest are the means of the segments beside it. */
export interface ChangePoint {
  index: number
  before: number
  after: number
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Squared distances from the mean of a segment, in O(1), less the sum of its squares: that is the same for every partition.
 * Values are centred, so that little cancels.
 */
function costsOf(values: readonly number[]): (from: number, to: number) => number {
  const centre = meanOf(values)
  const sums = new Float64Array(values.length + 1)
  for (const [index, value] of values.entries()) sums[index + 1] = sums[index] + (value - centre)
  return (from, to) => -((sums[to] - sums[from]) ** 2) / (to - from)
}

/** Where the last segment of the cheapest partition of the first `end` values begins, for every `end`. */
function cheapestStarts(values: readonly number[], penalty: number, minLength: number): Int32Array {
  const costOf = costsOf(values)
  const least = new Float64Array(values.length + 1).fill(Infinity)
  const starts = new Int32Array(values.length + 1)
  least[0] = 0
  for (let end = minLength; end <= values.length; end++) {
    for (let start = 0; start <= end - minLength; start++) {
      const cost = least[start] + costOf(start, end) + penalty
      if (cost < least[end]) [least[end], starts[end]] = [cost, start]
    }
  }
  return starts
}

/**
 * The change points of weekly closes, oldest first: the partition into segments that minimises the squared distances from
 * their means plus 2 sigma² ln n a segment (SCORING.md 2.10), found exactly by optimal partitioning (Jackson et al. 2005, IEEE
 * Signal Processing Letters 12). They are found with hindsight: later weeks can move them. None for fewer than two segments'
 * weeks. O(n²) time, some 135,000 sums for ten years of weeks, and O(n) memory.
 * @throws RangeError when sigma is not above 0 or `minLength` no whole number from 1 up.
 */
export function changePoints(
  closes: readonly number[],
  { sigma = 5, minLength = 2 }: ChangePointOptions = {},
): ChangePoint[] {
  if (!(sigma > 0)) throw new RangeError(`no shift is as small as ${sigma}`)
  if (!(Number.isInteger(minLength) && minLength >= 1)) throw new RangeError(`no segment has ${minLength} weeks`)
  if (closes.length < 2 * minLength) return []
  const starts = cheapestStarts(closes, 2 * sigma ** 2 * Math.log(closes.length), minLength)
  const bounds = [closes.length]
  while (bounds[0] > 0) bounds.unshift(starts[bounds[0]])
  const means = bounds.slice(1).map((end, index) => meanOf(closes.slice(bounds[index], end)))
  return bounds.slice(1, -1).map((index, at) => ({ index, before: means[at], after: means[at + 1] }))
}
