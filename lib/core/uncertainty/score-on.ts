import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { scoreOf } from '@/lib/core/scoring/score'
import { pointsOn, type ScoredIncident, type Term, termOf } from '@/lib/core/scoring/term'

/** The terms of a dyad's incidents that count. */
export const termsOfIncidents = (
  incidents: readonly ScoredIncident[],
  dyadId: string,
  params: MethodParameters,
): Term[] => incidents.flatMap((incident) => termOf(incident, dyadId, params) ?? [])

/** Points of some terms on a day. */
export const pointsOfTerms = (terms: readonly Term[], day: number): number =>
  terms.reduce((sum, term) => sum + pointsOn(term, day), 0)

/** The score of a dyad on a day as the parameters give it, without anything left to chance. */
export const scoreOn = (
  incidents: readonly ScoredIncident[],
  dyadId: string,
  day: number,
  params: MethodParameters,
): number => scoreOf(pointsOfTerms(termsOfIncidents(incidents, dyadId, params), day), params)
