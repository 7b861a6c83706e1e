import type { Move } from '@/lib/core/reciprocity/moves'
import { pairsOf } from '@/lib/core/reciprocity/pairs'
import { type ChainTree, treesOf } from '@/lib/core/reciprocity/trees'

/** One coded answer (SCORING.md 2.10, reciprocity (a)). */
export interface ChainLink {
  /** Id of the answering move. */
  response: string
  /** Id of the move that it answers. */
  trigger: string
  basis: Move['respondsBasis']
  /** Below 0 when answer and trigger are coded in the wrong order. */
  lagDays: number
  /** Signed rung of the answer less that of the trigger. */
  rungChange: number
  crossCategory: boolean
  /** The other side answers; false when a side's move answers one of its own. */
  reversedDirection: boolean
}

/** How much a trigger was answered with. */
export interface Proportionality {
  /** Id of the trigger. */
  trigger: string
  triggerPoints: number
  /** Signed points of all moves that answer it. */
  answerPoints: number
  answers: number
  /** Answering points to trigger points; null when the trigger has no points. */
  ratio: number | null
}

export interface Chains {
  /** By the answer's day, then id. */
  links: ChainLink[]
  /** By the first answer. */
  proportionality: Proportionality[]
  trees: ChainTree[]
}

/**
 * The coded chains among moves: each answer with its trigger, what each trigger was answered with, and both as trees. An
 * answer to an incident that is not among the moves is no link. O(n log n).
 * @throws RangeError when two moves have the same id.
 */
export function chainsOf(moves: Iterable<Move>): Chains {
  const pairs = pairsOf(moves)
  const links: ChainLink[] = []
  const sums = new Map<string, Omit<Proportionality, 'ratio'>>()
  for (const { move, trigger, lagDays } of pairs) {
    if (!trigger || lagDays === null) continue
    links.push({
      response: move.id,
      trigger: trigger.id,
      basis: move.respondsBasis,
      lagDays,
      rungChange: move.rung - trigger.rung,
      crossCategory: move.category !== trigger.category,
      reversedDirection: move.direction !== trigger.direction,
    })
    const sum = sums.get(trigger.id)
    sums.set(trigger.id, {
      trigger: trigger.id,
      triggerPoints: trigger.points,
      answerPoints: (sum?.answerPoints ?? 0) + move.points,
      answers: (sum?.answers ?? 0) + 1,
    })
  }
  const proportionality = [...sums.values()].map((sum) => ({
    ...sum,
    ratio: sum.triggerPoints === 0 ? null : sum.answerPoints / sum.triggerPoints,
  }))
  return { links, proportionality, trees: treesOf(pairs) }
}
