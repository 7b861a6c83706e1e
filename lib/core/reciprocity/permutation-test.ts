import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import type { AnswerOptions } from '@/lib/core/reciprocity/answer-rates'
import { answeredCount } from '@/lib/core/reciprocity/answers'
import { type Move, type MoveDirection, otherSide } from '@/lib/core/reciprocity/moves'
import { conservativeP, shuffleCounts } from '@/lib/core/reciprocity/shift-test'
import { checkWindow, DEFAULT_WINDOW_DAYS, sideDaysOf, tooFewMoves } from '@/lib/core/reciprocity/side-days'

export interface PermutationOptions extends AnswerOptions {
  permutations?: number
  seed?: number
}

/** Whether one side's moves are answered more often than timing by chance would have it. */
export interface PermutationResult {
  /** Answered moves to moves, 0..1: the statistic. */
  rate: number
  /** Shuffled histories with a rate at least as high. */
  atLeast: number
  permutations: number
  /** (1 + atLeast) / (1 + permutations), above 0 and at most 1. */
  p: number
  /** Either side has fewer than ten moves. */
  tooFew: boolean
}

/**
 * A one-sided test of each direction's answer rate against shuffled dates: the answering side's days are shifted together
 * by a random number of days, around the circle that the span is bent into.
 *
 * Why it is valid: let the answering side's days be independent of the other side's, with a law that no shift changes, of
 * which dates uniform over the span are one case. Whatever the other side does, and given the gaps between its own days,
 * the history that took place is then any of its shifts, equally likely. The shuffled ones are drawn from those shifts, the
 * shift by 0 among them, so all 1 + permutations are exchangeable and the rank of the first is uniform (Phipson and Smyth
 * 2010; ties make p larger, never smaller). The span has to be given, not read off the moves: one that ends where the
 * moves do would set the real history apart from its shifts.
 *
 * Why a shift, not dates drawn anew: it keeps the gaps between the side's own moves, so that a side that moves in bursts
 * does not seem to answer. What it does not rule out is a third cause that moves both sides in the same weeks.
 *
 * Numbers come from seed, draw and direction, so p is repeatable. A direction is null when either side has no move in the
 * span. O(n log n + permutations × n).
 * @throws RangeError when `permutations` is no whole number from 1 up, or as `answerRates`.
 */
export function permutationTest(
  moves: Iterable<Move>,
  { firstDay, lastDay, windowDays = DEFAULT_WINDOW_DAYS, permutations = 999, seed = DEFAULT_SEED }: PermutationOptions,
): Record<MoveDirection, PermutationResult | null> {
  checkWindow(windowDays)
  if (!Number.isInteger(permutations) || permutations < 1) throw new RangeError(`no ${permutations} permutations`)
  const span = { firstDay, lastDay }
  const sides = sideDaysOf(moves, span)
  const testOf = (direction: MoveDirection): PermutationResult | null => {
    const [own, other] = [sides[direction], sides[otherSide(direction)]]
    if (own.length === 0 || other.length === 0) return null
    const counts = shuffleCounts(own, other, { span, windowDays, permutations, seed, key: `shift:${direction}` })
    return {
      rate: answeredCount(own, other, windowDays) / own.length,
      atLeast: counts.above + counts.equal,
      permutations,
      p: conservativeP(counts),
      tooFew: tooFewMoves(sides),
    }
  }
  return { forward: testOf('forward'), backward: testOf('backward') }
}
