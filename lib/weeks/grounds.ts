import { type MethodParameters, pointsOn, type Term, verificationOf } from '@/lib/core/scoring'
import { qualityShareOf } from '@/lib/core/uncertainty'
import type { IncidentFacts } from '@/lib/dyads/incident-facts'
import { scoredIncidentOf } from '@/lib/dyads/series-rebuild'

/** From this verification up an incident is well sourced (SCORING.md 2.11). */
const WELL_VERIFIED = 0.75

interface Graded {
  facts: IncidentFacts
  points: number
  verification: number
}

const isWeak = ({ facts, verification }: Graded) => verification < WELL_VERIFIED || facts.confidence === 'low'

/**
 * The share of a day's points that is well sourced, and the incidents from `firstDay` on that are not, most points first: those
 * of v < 0.75 or of low confidence in the rung. O(n).
 */
export function groundsOf(
  facts: readonly IncidentFacts[],
  terms: ReadonlyMap<string, Term>,
  [firstDay, day]: [number, number],
  parameters: MethodParameters,
): { quality: number | null; weak: string[] } {
  const graded = facts.flatMap((one): Graded[] => {
    const term = terms.get(one.id)
    if (!term || one.startDay > day) return []
    const { reliability, credibility } = scoredIncidentOf(one, parameters)
    return [
      {
        facts: one,
        points: pointsOn(term, day),
        verification: verificationOf(reliability, credibility, parameters),
      },
    ]
  })
  const quality = qualityShareOf(
    graded.map(({ facts: { confidence }, points, verification }) => ({ points, verification, confidence })),
  )
  const weak = graded.filter((one) => one.facts.startDay >= firstDay && isWeak(one))
  weak.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.facts.id < b.facts.id ? -1 : 1))
  return { quality: quality ?? null, weak: weak.map(({ facts: { id } }) => id) }
}
