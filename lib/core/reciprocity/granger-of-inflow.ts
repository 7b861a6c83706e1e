import { type GrangerTest, granger } from '@/lib/core/reciprocity/granger'
import { MOVE_DIRECTIONS, type MoveDirection } from '@/lib/core/reciprocity/moves'

/** Fewer weeks, or weeks with inflow of a side, than these do not carry the test (SCORING.md 2.10). */
export const MIN_WEEKS = 104
export const MIN_NONZERO_WEEKS = 30

/** The tests both ways, or why there are none: too few weeks, too few with inflow, or series that cannot be tested. */
export type InflowGranger =
  | {
      kind: 'tested'
      weeks: number
      /** Whether forward inflow foretells backward inflow. */
      forwardToBackward: GrangerTest
      /** Whether backward inflow foretells forward inflow. */
      backwardToForward: GrangerTest
    }
  | { kind: 'untested'; weeks: number; reason: 'too-few-weeks' | 'too-few-nonzero-weeks' | 'dependent' }

/**
 * Granger's test between the two directions' weekly inflow, in points (SCORING.md 2.10). `weeks` are consecutive, oldest
 * first, weeks without incidents with 0. Tested only with 104 or more weeks and 30 or more non-zero weeks a side.
 * @throws RangeError as `granger`.
 */
export function grangerOfInflow(weeks: readonly Record<MoveDirection, number>[], order = 3): InflowGranger {
  const untested = (reason: Extract<InflowGranger, { kind: 'untested' }>['reason']): InflowGranger => ({
    kind: 'untested',
    weeks: weeks.length,
    reason,
  })
  if (weeks.length < MIN_WEEKS) return untested('too-few-weeks')
  const [forward, backward] = MOVE_DIRECTIONS.map((direction) => weeks.map((week) => week[direction]))
  const nonzero = (inflow: number[]) => inflow.filter((points) => points !== 0).length
  if (Math.min(nonzero(forward), nonzero(backward)) < MIN_NONZERO_WEEKS) return untested('too-few-nonzero-weeks')
  const forwardToBackward = granger(forward, backward, order)
  const backwardToForward = granger(backward, forward, order)
  if (!forwardToBackward || !backwardToForward) return untested('dependent')
  return { kind: 'tested', weeks: weeks.length, forwardToBackward, backwardToForward }
}
