import { CATEGORIES, PERSISTENCES } from '@/lib/core/codebook/categories'
import { decayOf } from '@/lib/core/scoring/decay'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { quantise } from '@/lib/core/scoring/quantum'
import { pointsOfRung } from '@/lib/core/scoring/term'
import { PLACES, placeOf } from '@/lib/core/uncertainty/draw-columns'

/** What the parameters of a draw come to, looked up by its incidents. */
export interface DrawTables {
  /** Points of a fresh incident by `placeOf`, quantised. */
  points: Float64Array
  /** What is left after some days: persistence p, day d at `p * decayLength + d`. */
  decay: Float64Array
  decayLength: number
}

/** Tables for `fillTables`. */
export const emptyTables = (decayLength: number): DrawTables => ({
  points: new Float64Array(PLACES),
  decay: new Float64Array(PERSISTENCES.length * decayLength),
  decayLength,
})

const EVEN_WEIGHTS = { diplomatic: 1, cultural: 1, media: 1, legal: 1, economic: 1, people: 1, security: 1, cyber: 1 }
/** The rungs of a sign's places: an incident on the first or the last stays on it rather than go beyond. */
const RUNGS = [1, 1, 2, 3, 4, 5, 5]

/** Less than this is nothing beside the quantum of points, and slow to calculate with long before it underflows. */
const NOTHING = 2 ** -100

/**
 * Fills the tables in place by some parameters. Decay goes by multiplication: that adds one rounding a day, about 1e-16 of
 * what is left.
 */
export function fillTables({ points, decay, decayLength }: DrawTables, params: MethodParameters): void {
  const even = { ...params, weight: EVEN_WEIGHTS }
  for (const sign of [1, -1]) {
    for (let place = 0; place < RUNGS.length; place++) {
      const fresh = pointsOfRung(sign * RUNGS[place], CATEGORIES[0], even)
      for (let category = 0; category < CATEGORIES.length; category++) {
        points[placeOf(category, sign) - 1 + place] = quantise(fresh * params.weight[CATEGORIES[category]])
      }
    }
  }
  for (let index = 0, at = 0; index < PERSISTENCES.length; index++) {
    const perDay = decayOf(params.halfLife[PERSISTENCES[index]], 1)
    let left = 1
    for (const end = at + decayLength; at < end; at++) {
      decay[at] = left
      left = left > NOTHING ? left * perDay : 0
    }
  }
}
