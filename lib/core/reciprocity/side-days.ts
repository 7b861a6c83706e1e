import type { Move, MoveDirection } from '@/lib/core/reciprocity/moves'

/** The days that the record covers, both included. */
export interface DaySpan {
  firstDay: number
  lastDay: number
}

/** Days on which either side moves, ascending, one for each move. */
export type SideDays = Record<MoveDirection, Int32Array>

/** Fewer moves of a side than this are too few to judge (SCORING.md 2.10). */
export const MIN_MOVES = 10

/** Days within which a move counts as an answer (SCORING.md 2.10). */
export const DEFAULT_WINDOW_DAYS = 14

/**
 * The days of both sides' moves within a span; moves outside are left out, for nobody looked there.
 * @throws RangeError when the span or a day is not of whole days, or the span ends before it begins.
 */
export function sideDaysOf(moves: Iterable<Move>, { firstDay, lastDay }: DaySpan): SideDays {
  if (!Number.isInteger(firstDay) || !Number.isInteger(lastDay) || lastDay < firstDay) {
    throw new RangeError(`no span from day ${firstDay} to day ${lastDay}`)
  }
  const days: Record<MoveDirection, number[]> = { forward: [], backward: [] }
  for (const { id, day, direction } of moves) {
    if (!Number.isInteger(day)) throw new RangeError(`move ${id} is not on a whole day: ${day}`)
    if (day >= firstDay && day <= lastDay) days[direction].push(day)
  }
  return { forward: Int32Array.from(days.forward).sort(), backward: Int32Array.from(days.backward).sort() }
}

/** Whether either side has too few moves to judge. */
export const tooFewMoves = ({ forward, backward }: SideDays): boolean =>
  Math.min(forward.length, backward.length) < MIN_MOVES

/** @throws RangeError when the window is no whole number of days from 1 up. */
export function checkWindow(windowDays: number): void {
  if (!Number.isInteger(windowDays) || windowDays < 1) throw new RangeError(`no window of ${windowDays} days`)
}
