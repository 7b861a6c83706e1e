import { type MethodParameters, pointsAtFifty } from '@/lib/core/scoring/parameters'

/** The largest double below 100: the score never reaches the ends of its scale. */
const LARGEST_SCORE = 100 - 2 ** -46

/** Slope of the score at 0 points: 100 ln 2 / X50, in score per point. */
const slopeAtZero = (params: MethodParameters) => (100 * Math.LN2) / pointsAtFifty(params)

/**
 * T = sgn(X) 100 (1 − 2^(−|X| / X50)), above −100 and below 100 (SCORING.md 2.3).
 * @throws RangeError when the points are not finite.
 */
export function scoreOf(points: number, params: MethodParameters): number {
  if (!Number.isFinite(points)) throw new RangeError(`${points} is not a number of points`)
  if (points === 0) return 0
  const size = Math.min(-100 * Math.expm1((-Math.abs(points) / pointsAtFifty(params)) * Math.LN2), LARGEST_SCORE)
  return points < 0 ? -size : size
}

/**
 * The points that make a score: X = −sgn(T) X50 log2(1 − |T| / 100) (SCORING.md 2.3).
 * @throws RangeError when the score does not lie above −100 and below 100.
 */
export function pointsForScore(score: number, params: MethodParameters): number {
  if (!(Math.abs(score) < 100)) throw new RangeError(`no points make a score of ${score}`)
  if (score === 0) return 0
  const size = (-Math.log1p(-Math.abs(score) / 100) / Math.LN2) * pointsAtFifty(params)
  return score < 0 ? -size : size
}

/**
 * The contribution of a part to the score of the whole: C = X_Q T / X, or with X = 0 X_Q 100 ln 2 / X50. Contributions
 * of parts that add up to the whole add up to its score (Aumann–Shapley; SCORING.md 2.3, 2.15).
 */
export function contributionOf(partPoints: number, totalPoints: number, params: MethodParameters): number {
  const perPoint = totalPoints === 0 ? slopeAtZero(params) : scoreOf(totalPoints, params) / totalPoints
  return partPoints * perPoint
}

/**
 * The part of one incident in a change of score: (x1 − x0)(T1 − T0) / (X1 − X0), or with X1 = X0 by the slope there,
 * 100 ln 2 / X50 · 2^(−|X0| / X50). Parts add up to the change (SCORING.md 2.3).
 */
export function changePart(
  part0: number,
  part1: number,
  total0: number,
  total1: number,
  params: MethodParameters,
): number {
  const perPoint =
    total1 === total0
      ? slopeAtZero(params) * 2 ** (-Math.abs(total0) / pointsAtFifty(params))
      : (scoreOf(total1, params) - scoreOf(total0, params)) / (total1 - total0)
  return (part1 - part0) * perPoint
}
