import { type ForecastBasis, WEEKS_AHEAD } from '@/lib/core/outlook/forecast-basis'

/** Past weeks below which there is too little to learn from, as for the unusual week of SCORING.md 2.10. */
export const LEAST_PAST_WEEKS = 8

/**
 * The close stays: for each number of weeks ahead, today's close plus every change of the closes over as many weeks that is
 * known by then, which are the errors that persistence made so far. Changes are taken as they are, also where they lean
 * to one side: a harder baseline than one centred on today. Members are scores, held within −100..100, and as many as
 * there are past changes. Null with fewer than 8 of them. O(weeks).
 */
export function persistenceScores({ weeks, closes, indexOf }: ForecastBasis, origin: number): Float64Array[] | null {
  const ensembles = Array.from({ length: WEEKS_AHEAD }, (_, index) => {
    const members: number[] = []
    for (let start = 0; start < origin; start++) {
      const end = indexOf.get(weeks[start] + 7 * (index + 1))
      if (end === undefined || end > origin) continue
      members.push(Math.max(-100, Math.min(100, closes[origin] + closes[end] - closes[start])))
    }
    return Float64Array.from(members)
  })
  return ensembles.every(({ length }) => length >= LEAST_PAST_WEEKS) ? ensembles : null
}
