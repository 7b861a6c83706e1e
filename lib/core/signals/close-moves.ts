import { type Band, bandOfScore } from '@/lib/core/scoring/bands'
import type { MethodParameters } from '@/lib/core/scoring/parameters'

/** A rise of the close by so many score points is a jump. */
const JUMP = 15

/** A close that moved: `index` is its week, scores are not rounded. */
export interface CloseMove {
  index: number
  before: number
  after: number
}

/** A close in another band than the close before. */
export interface BandMove extends CloseMove {
  bandBefore: Band
  bandAfter: Band
}

const movesOf = (closes: readonly number[]): CloseMove[] =>
  closes.slice(1).map((after, index) => ({ index: index + 1, before: closes[index], after }))

function bandMoves(closes: readonly number[], params: MethodParameters): BandMove[] {
  const bands = closes.map((close) => bandOfScore(close, params))
  return movesOf(closes)
    .map((move) => ({ ...move, bandBefore: bands[move.index - 1], bandAfter: bands[move.index] }))
    .filter(({ bandBefore, bandAfter }) => bandAfter.level !== bandBefore.level)
}

/** The weeks that close in a higher band than the week before (SCORING.md 2.10). Closes are of consecutive weeks. */
export const bandUps = (closes: readonly number[], params: MethodParameters): BandMove[] =>
  bandMoves(closes, params).filter(({ bandBefore, bandAfter }) => bandAfter.level > bandBefore.level)

/** The weeks that close in a lower band than the week before. */
export const bandDowns = (closes: readonly number[], params: MethodParameters): BandMove[] =>
  bandMoves(closes, params).filter(({ bandBefore, bandAfter }) => bandAfter.level < bandBefore.level)

/** The weeks that close 15 or more above the week before (SCORING.md 2.10), by scores as they are, not as displayed. */
export const jumps = (closes: readonly number[]): CloseMove[] =>
  movesOf(closes).filter(({ before, after }) => after - before >= JUMP)
