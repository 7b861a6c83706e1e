import { inDateOrder, type Move, type MoveDirection } from '@/lib/core/reciprocity/moves'

/** How often a move of the outer direction was followed by one of the inner direction. */
export type Transitions = Record<MoveDirection, Record<MoveDirection, number>>

/**
 * Who moves next: the 2 × 2 counts of neighbouring moves in date order (SCORING.md 2.10, reciprocity (c)). n moves make
 * n − 1 transitions; within a day they go by id.
 * @throws RangeError when two moves have the same id.
 */
export function transitions(moves: Iterable<Move>): Transitions {
  const counts: Transitions = { forward: { forward: 0, backward: 0 }, backward: { forward: 0, backward: 0 } }
  let before: Move | undefined
  for (const move of inDateOrder(moves)) {
    if (before) counts[before.direction][move.direction]++
    before = move
  }
  return counts
}
