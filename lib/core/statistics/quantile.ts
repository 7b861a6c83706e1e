/**
 * The quantile `p` of numbers in ascending order, between neighbours by a straight line: type 7 of Hyndman and Fan (1996),
 * h = (n − 1) p. Undefined without numbers. O(1).
 * @throws RangeError when `p` is not between 0 and 1.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number | undefined {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile lies between 0 and 1, not at ${p}`)
  if (sorted.length === 0) return undefined
  const place = (sorted.length - 1) * p
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (place - below) * (sorted[above] - sorted[below])
}

/** `quantileOfSorted` of numbers in any order, which are left as they are. O(n log n). */
export const quantileOf = (values: Iterable<number>, p: number): number | undefined =>
  quantileOfSorted(Float64Array.from(values).sort(), p)
