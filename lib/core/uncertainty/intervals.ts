import { bandOfScore, bandsOf } from '@/lib/core/scoring/bands'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { quantileOfSorted } from '@/lib/core/statistics/quantile'
import { drawCountOf } from '@/lib/core/uncertainty/draw-count'

/** What the draws of one day say (SCORING.md 2.7): quantiles of type 7, the mean, and the share of draws in or above a band. */
export interface ScoreInterval {
  p05: number
  p50: number
  p95: number
  mean: number
  /** By the level of the band, −1..5: shares 0..1 that never rise with the level; that of the lowest is 1. */
  atOrAbove: Readonly<Record<number, number>>
}

type Limited = Pick<MethodParameters, 'bandLimits'>

/** How many of some ascending scores lie below a band by what is displayed of them. O(log n). */
function countBelow(sorted: Float64Array, level: number, params: Limited): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (bandOfScore(sorted[middle], params).level < level) low = middle + 1
    else high = middle
  }
  return low
}

/** The interval of the draws of one day, in any order; undefined without draws. O(n log n). */
export function intervalOf(draws: Float64Array, params: Limited): ScoreInterval | undefined {
  const sorted = draws.slice().sort()
  const [p05, p50, p95] = [0.05, 0.5, 0.95].map((p) => quantileOfSorted(sorted, p))
  if (p05 === undefined || p50 === undefined || p95 === undefined) return undefined
  const count = sorted.length
  const shareFrom = (level: number) => (count - countBelow(sorted, level, params)) / count
  return {
    p05,
    p50,
    p95,
    mean: sorted.reduce((sum, score) => sum + score, 0) / count,
    atOrAbove: Object.fromEntries(bandsOf(params).map(({ level }) => [level, shareFrom(level)])),
  }
}

/**
 * The interval of each of `days` days, from all draws of `simulate` one after the other; none without draws or days.
 * `params` set the limits of the bands. O(days × n log n).
 * @throws RangeError when the scores are not whole draws of so many days.
 */
export function intervalsOf(scores: Float64Array, days: number, params: Limited): ScoreInterval[] {
  const draws = drawCountOf(scores, days)
  const ofDay = new Float64Array(draws)
  const intervals: ScoreInterval[] = []
  for (let day = 0; day < days; day++) {
    for (let draw = 0; draw < draws; draw++) ofDay[draw] = scores[draw * days + day]
    const interval = intervalOf(ofDay, params)
    if (interval) intervals.push(interval)
  }
  return intervals
}
