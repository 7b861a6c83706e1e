import type { Persistence } from '@/lib/core/codebook/categories'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { scoreOf } from '@/lib/core/scoring/score'
import type { ScoredIncident } from '@/lib/core/scoring/term'
import { pointsOfTerms, termsOfIncidents } from '@/lib/core/uncertainty/score-on'

/** Three half-lives in days, and the name that they go by. */
export interface HalfLifeSet {
  key: 'shorter' | 'default' | 'longer'
  halfLifeDays: Readonly<Record<Persistence, number>>
}

/** The sets that are shown side by side (SCORING.md 2.8). */
export const HALF_LIFE_SETS: readonly HalfLifeSet[] = [
  { key: 'shorter', halfLifeDays: { short: 7, medium: 30, long: 90 } },
  { key: 'default', halfLifeDays: { short: 14, medium: 60, long: 180 } },
  { key: 'longer', halfLifeDays: { short: 28, medium: 120, long: 360 } },
]

/**
 * The scores of some days with each set of half-lives, the other parameters as they are. O(sets × days × incidents).
 * @throws RangeError when an incident belongs to another dyad.
 */
export function halfLifeSets(
  incidents: readonly ScoredIncident[],
  dyadId: string,
  days: readonly number[],
  params: MethodParameters,
): (HalfLifeSet & { scores: number[] })[] {
  return HALF_LIFE_SETS.map((set) => {
    const terms = termsOfIncidents(incidents, dyadId, { ...params, halfLife: { ...set.halfLifeDays } })
    return { ...set, scores: days.map((day) => scoreOf(pointsOfTerms(terms, day), params)) }
  })
}
