import type { Move } from '@/lib/core/reciprocity/moves'
import type { MovePair } from '@/lib/core/reciprocity/pairs'

/** A move with the moves that answer it, in date order, each with its own. */
export interface ChainTree {
  move: Move
  answers: ChainTree[]
}

/** For each cycle of coded answers its earliest move. `pairs` are in date order, so each cycle is met at some member. */
function cycleOpenersOf(pairs: readonly MovePair[]): Set<string> {
  const triggerOf = new Map(pairs.map(({ move, trigger }) => [move.id, trigger?.id]))
  const placeOf = new Map(pairs.map(({ move }, place) => [move.id, place]))
  const walkedIn = new Map<string, number>()
  const openers = new Set<string>()
  for (const [walk, { move }] of pairs.entries()) {
    let at: string | undefined = move.id
    while (at !== undefined && !walkedIn.has(at)) {
      walkedIn.set(at, walk)
      at = triggerOf.get(at)
    }
    // Only a move of this very walk closes a cycle; one of an earlier walk is known to lead elsewhere.
    if (at === undefined || walkedIn.get(at) !== walk) continue
    let opener = at
    for (let next = triggerOf.get(at); next !== undefined && next !== at; next = triggerOf.get(next)) {
      if ((placeOf.get(next) ?? 0) < (placeOf.get(opener) ?? 0)) opener = next
    }
    openers.add(opener)
  }
  return openers
}

/**
 * The trees of coded answers: each move that others answer and that answers none itself, with its answers nested, in date
 * order. Each move stands in one tree at most; a cycle is cut at its earliest move, which then begins a tree. No
 * recursion, so a chain may be as long as the record. O(n).
 */
export function treesOf(pairs: readonly MovePair[]): ChainTree[] {
  const openers = cycleOpenersOf(pairs)
  const nodes = new Map(pairs.map(({ move }): [string, ChainTree] => [move.id, { move, answers: [] }]))
  const roots: ChainTree[] = []
  for (const { move, trigger } of pairs) {
    const node = nodes.get(move.id)
    if (!node) continue
    const above = trigger && !openers.has(move.id) ? nodes.get(trigger.id) : undefined
    if (above) above.answers.push(node)
    else roots.push(node)
  }
  return roots.filter(({ answers }) => answers.length > 0)
}
