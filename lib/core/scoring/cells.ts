import { CATEGORIES } from '@/lib/core/codebook/categories'
import type { Term } from '@/lib/core/scoring/term'

/** Sums of one day: direction (forward, backward) × category × sign. */
export const CELLS = 2 * CATEGORIES.length * 2

/** Cell of direction 0 (forward) or 1 (backward), category index 0..7 and sign. */
export const cellOf = (direction: 0 | 1, category: number, negative: boolean): number =>
  (direction * CATEGORIES.length + category) * 2 + (negative ? 1 : 0)

/** The cells that a term adds to: one, or two for a joint act, each then taking half. */
export function cellsOfTerm(term: Pick<Term, 'direction' | 'category' | 'points'>): number[] {
  const negative = term.points < 0
  if (term.direction === 'both') return [cellOf(0, term.category, negative), cellOf(1, term.category, negative)]
  return [cellOf(term.direction === 'forward' ? 0 : 1, term.category, negative)]
}

/** Points of a day: the sum of its cells. `offset` is where the day begins in a longer array. */
export function totalOf(cells: ArrayLike<number>, offset = 0): number {
  let sum = 0
  for (let cell = 0; cell < CELLS; cell++) sum += cells[offset + cell]
  return sum
}
