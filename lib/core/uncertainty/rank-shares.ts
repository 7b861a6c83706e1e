import { quantileOf } from '@/lib/core/statistics/quantile'

/** The rank of a dyad, 1 for the highest score, and in what share of draws it holds it. */
export interface RankShare {
  /** By the headline; dyads with equal scores share the best of their ranks. */
  rank: number
  /** 0..1. */
  share: number
}

/** The ranks that dyads with one score take up together, from 1. */
interface Ranks {
  first: number
  last: number
}

/** The ranks of a score among ascending ones, of which it is one. O(log n). */
function ranksOf(sorted: Float64Array, score: number): Ranks {
  const countWhere = (isBelow: (other: number) => boolean) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBelow(sorted[middle])) low = middle + 1
      else high = middle
    }
    return low
  }
  const count = sorted.length
  return {
    first: count - countWhere((other) => other <= score) + 1,
    last: count - countWhere((other) => other < score),
  }
}

/** The share of a draw's ranks that lies within those of the headline. */
function sharedRanks(drawn: Ranks, held: Ranks): number {
  const common = Math.min(drawn.last, held.last) - Math.max(drawn.first, held.first) + 1
  return Math.max(common, 0) / (drawn.last - drawn.first + 1)
}

const median = (draws: Float64Array) => quantileOf(draws, 0.5) ?? 0

/**
 * How often each dyad holds its rank over common draws: `drawsByDyad` has the scores of one day for each dyad, draw k of all
 * of them made with the same numbers. Ranks are those of the headline scores, by default of the medians.
 *
 * Ties: dyads that are level in a draw share its ranks evenly (two at the top hold rank 1 and rank 2 half each), and dyads
 * that are level in the headline each hold any of the ranks they share. Without draws there are none. O(draws × n log n).
 * @throws RangeError when the dyads have different numbers of draws or the headline other dyads.
 */
export function rankShares(
  drawsByDyad: readonly Float64Array[],
  headline: readonly number[] = drawsByDyad.map(median),
): RankShare[] {
  const draws = drawsByDyad[0]?.length ?? 0
  if (drawsByDyad.some(({ length }) => length !== draws)) throw new RangeError('dyads have different numbers of draws')
  if (headline.length !== drawsByDyad.length)
    throw new RangeError(`${headline.length} scores for ${drawsByDyad.length}`)
  if (draws === 0) return []
  const byHeadline = Float64Array.from(headline).sort()
  const held = headline.map((score) => ranksOf(byHeadline, score))
  const shared = new Float64Array(drawsByDyad.length)
  const sorted = new Float64Array(drawsByDyad.length)
  for (let draw = 0; draw < draws; draw++) {
    for (const [dyad, ofDyad] of drawsByDyad.entries()) sorted[dyad] = ofDyad[draw]
    sorted.sort()
    for (const [dyad, ofDyad] of drawsByDyad.entries()) {
      shared[dyad] += sharedRanks(ranksOf(sorted, ofDyad[draw]), held[dyad])
    }
  }
  return held.map(({ first }, dyad) => ({ rank: first, share: shared[dyad] / draws }))
}
