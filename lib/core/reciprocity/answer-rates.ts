import { answerableDays, latenciesOf } from '@/lib/core/reciprocity/answers'
import { MOVE_DIRECTIONS, type Move, type MoveDirection, otherSide } from '@/lib/core/reciprocity/moves'
import {
  checkWindow,
  type DaySpan,
  DEFAULT_WINDOW_DAYS,
  type SideDays,
  sideDaysOf,
  tooFewMoves,
} from '@/lib/core/reciprocity/side-days'
import { quantileOf } from '@/lib/core/statistics/quantile'

/** How often one side's moves are answered by the other side, and how often they would be by chance. */
export interface AnswerRate {
  moves: number
  /** Moves that the other side follows on a strictly later day within the window. */
  answered: number
  /** Answered moves to moves, 0..1; null without moves. */
  rate: number | null
  /** Share of the span's days on which a move would have been answered, 0..1. */
  baseRate: number
  /** Rate to base rate; null without moves or when no day would have been answered. */
  lift: number | null
  /** Days to the first answer, the median of the answered moves; null when none was. */
  medianLatencyDays: number | null
  /** Either side has fewer than `MIN_MOVES` moves: the numbers are there, a judgement is not. */
  tooFew: boolean
}

export interface AnswerOptions extends DaySpan {
  windowDays?: number
}

function answerRateOf(sides: SideDays, direction: MoveDirection, span: DaySpan, windowDays: number): AnswerRate {
  const [own, other] = [sides[direction], sides[otherSide(direction)]]
  const latencies = latenciesOf(own, other, windowDays)
  const rate = own.length > 0 ? latencies.length / own.length : null
  const baseRate = answerableDays(other, span, windowDays) / (span.lastDay - span.firstDay + 1)
  return {
    moves: own.length,
    answered: latencies.length,
    rate,
    baseRate,
    lift: rate === null || baseRate === 0 ? null : rate / baseRate,
    medianLatencyDays: quantileOf(latencies, 0.5) ?? null,
    tooFew: tooFewMoves(sides),
  }
}

/**
 * How often each direction's moves are answered (SCORING.md 2.10, reciprocity (b)): `forward` tells of forward moves and
 * the backward moves that follow them. The span is what the record covers, in days; moves outside are left out. An answer
 * here is any later move, whether coded as one or not. O(n log n).
 * @throws RangeError when the window, the span or a move's day is not of whole days, or the span ends before it begins.
 */
export function answerRates(
  moves: Iterable<Move>,
  { firstDay, lastDay, windowDays = DEFAULT_WINDOW_DAYS }: AnswerOptions,
): Record<MoveDirection, AnswerRate> {
  checkWindow(windowDays)
  const span = { firstDay, lastDay }
  const sides = sideDaysOf(moves, span)
  const [forward, backward] = MOVE_DIRECTIONS.map((direction) => answerRateOf(sides, direction, span, windowDays))
  return { forward, backward }
}
