/**
 * How many draws of so many days some scores of `simulate` are.
 * @throws RangeError when they are not whole draws.
 */
export function drawCountOf(scores: Float64Array, days: number): number {
  const draws = scores.length === 0 ? 0 : scores.length / days
  if (!Number.isInteger(draws)) throw new RangeError(`${scores.length} scores are not draws of ${days} days`)
  return draws
}
