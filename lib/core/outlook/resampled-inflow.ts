import { drawStateOf, fnv1a32, uniformFrom } from '@/lib/core/hash/uniform'
import { type ForecastBasis, WEEKS_AHEAD } from '@/lib/core/outlook/forecast-basis'
import { LEAST_PAST_WEEKS } from '@/lib/core/outlook/persistence'
import { scoreOf } from '@/lib/core/scoring/score'

/** How an ensemble is drawn; numbers are a function of seed, member and the origin's index, not of dates. */
export interface EnsembleDraws {
  members: number
  seed: number
}

/**
 * Decay plus the inflow of weeks drawn from the past: each member takes, for each week ahead, one of the covered weeks up to the
 * origin, any as likely, with all its incidents moved in date, so that they hold and fade by their own half-lives and
 * signs. `fading` are the points that today's terms have on the Sundays ahead. Null with fewer than 8 weeks to draw
 * from. O(members).
 */
export function resampledScores(
  { inflows, params }: ForecastBasis,
  origin: number,
  fading: Float64Array,
  { members, seed }: EnsembleDraws,
): Float64Array[] | null {
  const pool = origin + 1
  if (pool < LEAST_PAST_WEEKS) return null
  const keys = Uint32Array.from({ length: WEEKS_AHEAD }, (_, ahead) => fnv1a32(`inflow:${origin}:${ahead}`))
  const ensembles = Array.from({ length: WEEKS_AHEAD }, () => new Float64Array(members))
  for (let member = 0; member < members; member++) {
    const state = drawStateOf(seed, member)
    const drawn = Array.from(keys, (key) => Math.floor(uniformFrom(state, key) * pool))
    for (const [ahead, scores] of ensembles.entries()) {
      let points = fading[ahead]
      for (let week = 0; week <= ahead; week++) points += inflows[drawn[week] * WEEKS_AHEAD + ahead - week]
      scores[member] = scoreOf(points, params)
    }
  }
  return ensembles
}
