import { cellOf } from '@/lib/core/scoring/cells'
import { exactPoints, type Term } from '@/lib/core/scoring/term'

/** Many terms as columns, for scans that must not make an object an incident. Rows of one dyad lie together. */
export interface TermColumns {
  length: number
  startDay: Int32Array
  fadeDay: Int32Array
  /** Full signed points. */
  points: Float64Array
  /** Index into `halfLives`. */
  halfLife: Uint8Array
  /** The half-lives in use, in days. */
  halfLives: number[]
  /** Cell of the points; a joint act's is its forward cell, with `joint` 1. */
  cell: Uint8Array
  joint: Uint8Array
}

/** Columns for `length` terms over some half-lives, all zero. */
export function emptyColumns(length: number, halfLives: readonly number[]): TermColumns {
  return {
    length,
    startDay: new Int32Array(length),
    fadeDay: new Int32Array(length),
    points: new Float64Array(length),
    halfLife: new Uint8Array(length),
    halfLives: [...halfLives],
    cell: new Uint8Array(length),
    joint: new Uint8Array(length),
  }
}

/**
 * Terms as columns, points quantised.
 * @throws RangeError with more than 256 different half-lives.
 */
export function columnsOf(terms: readonly Term[]): TermColumns {
  const slots = new Map<number, number>()
  for (const term of terms) if (!slots.has(term.halfLifeDays)) slots.set(term.halfLifeDays, slots.size)
  if (slots.size > 256) throw new RangeError(`${slots.size} half-lives are too many`)
  const columns = emptyColumns(terms.length, [...slots.keys()])
  for (const [row, term] of terms.entries()) {
    columns.startDay[row] = term.startDay
    columns.fadeDay[row] = term.fadeDay
    columns.points[row] = exactPoints(term.points, term.direction)
    columns.halfLife[row] = slots.get(term.halfLifeDays) ?? 0
    columns.cell[row] = cellOf(term.direction === 'backward' ? 1 : 0, term.category, term.points < 0)
    columns.joint[row] = term.direction === 'both' ? 1 : 0
  }
  return columns
}
