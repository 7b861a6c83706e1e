import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { contributionOf, scoreOf } from '@/lib/core/scoring/score'
import { pointsOn, type ScoredIncident } from '@/lib/core/scoring/term'
import { pointsOfTerms, termsOfIncidents } from '@/lib/core/uncertainty/score-on'

/** What a score loses without one incident, and what that incident contributes to it (SCORING.md 2.3). */
export interface LeftOut {
  id: string
  /** Score with the incident less the score without it; negative for one that brings relief. */
  drop: number
  contribution: number
}

/**
 * The score of a day without each incident in turn, the largest drop first; equal drops stay in the given order
 * (SCORING.md 2.8). Incidents that do not count are left out of the list; those that have no points that day have 0.
 * @throws RangeError when an incident belongs to another dyad.
 */
export function leaveOneOut(
  incidents: readonly ScoredIncident[],
  dyadId: string,
  day: number,
  params: MethodParameters,
): LeftOut[] {
  const terms = termsOfIncidents(incidents, dyadId, params)
  const total = pointsOfTerms(terms, day)
  return terms
    .map((term): LeftOut => {
      const points = pointsOn(term, day)
      return {
        id: term.id,
        drop: scoreOf(total, params) - scoreOf(total - points, params),
        contribution: contributionOf(points, total, params),
      }
    })
    .sort((a, b) => b.drop - a.drop)
}
