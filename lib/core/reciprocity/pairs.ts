import { inDateOrder, type Move } from '@/lib/core/reciprocity/moves'

/** A move and the one that it answers, as coded. */
export interface MovePair {
  move: Move
  /** Null when it answers none, none of the given moves, or itself. */
  trigger: Move | null
  /** Days from the trigger to the move, below 0 when they are coded in the wrong order; null without a trigger. */
  lagDays: number | null
}

/**
 * The moves in date order, each with its coded trigger: the ladder of moves between two capitals. O(n log n).
 * @throws RangeError when two moves have the same id.
 */
export function pairsOf(moves: Iterable<Move>): MovePair[] {
  const ordered = inDateOrder(moves)
  const byId = new Map(ordered.map((move) => [move.id, move]))
  return ordered.map((move) => {
    const found = move.respondsTo === null || move.respondsTo === move.id ? undefined : byId.get(move.respondsTo)
    return { move, trigger: found ?? null, lagDays: found ? move.day - found.day : null }
  })
}
