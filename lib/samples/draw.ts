import { drawStateOf, fnv1a32, uniformFrom } from '@/lib/core/hash/uniform'

/** An incident that can be drawn, with the revision that counts. */
export interface UnitKey {
  dyadId: string
  id: string
  revision: number
}

/**
 * The `size` incidents with the smallest random numbers u(seed, dyad/id), smallest first: the same for the same seed, in
 * whatever order they come, and one more incident in the population moves no other's place. O(population · log population).
 */
export function drawnOf(population: readonly UnitKey[], seed: number, size: number): UnitKey[] {
  const state = drawStateOf(seed, 0)
  const placed = population.map((unit) => {
    const name = `${unit.dyadId}/${unit.id}`
    return { unit, name, place: uniformFrom(state, fnv1a32(name)) }
  })
  placed.sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1))
  return placed.slice(0, size).map(({ unit }) => unit)
}
