/**
 * Continuous ranked probability score of an ensemble against what came: E|X − y| − E|X − X'| / 2 with both expectations over the
 * members as they are (Gneiting and Raftery 2007, Journal of the American Statistical Association 102), in score points; the
 * absolute error for a single member. Summed as the integral of (F(x) − 1{x >= y})² between neighbours (Hersbach 2000,
 * Weather and Forecasting 15), so it is never below 0, and 0 only when every member is `observed`. Members come in any
 * order. Undefined without members. O(m log m).
 */
export function crpsOfEnsemble(ensemble: Iterable<number>, observed: number): number | undefined {
  const sorted = Float64Array.from(ensemble).sort()
  const size = sorted.length
  if (size === 0) return undefined
  let score = Math.max(0, sorted[0] - observed) + Math.max(0, observed - sorted[size - 1])
  for (let count = 1; count < size; count++) {
    const [from, to] = [sorted[count - 1], sorted[count]]
    const edge = Math.min(Math.max(observed, from), to)
    score += (count / size) ** 2 * (edge - from) + (1 - count / size) ** 2 * (to - edge)
  }
  return score
}
