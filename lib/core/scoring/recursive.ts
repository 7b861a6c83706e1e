import { CELLS } from '@/lib/core/scoring/cells'
import { columnsOf, type TermColumns } from '@/lib/core/scoring/columns'
import { decayOf } from '@/lib/core/scoring/decay'
import type { Term } from '@/lib/core/scoring/term'

/** Which rows of the columns to read; all by default. */
export interface RowRange {
  begin?: number
  end?: number
}

/**
 * What enters each accumulator on each day: `held` changes the hold sum, `fading` joins the fading sum. Accumulator k of
 * day d lies at `d * width + k`.
 */
interface Deposits {
  held: Float64Array
  fading: Float64Array
}

/** Books one term: into the hold sum from its start, moved to the fading sum on its fade day (SCORING.md 2.4). */
function deposit(
  into: Deposits,
  points: number,
  start: number,
  fade: number,
  halfLifeDays: number,
  days: number,
  width: number,
  accumulator: number,
): void {
  if (start >= days) return
  if (fade <= 0) {
    into.fading[accumulator] += points * decayOf(halfLifeDays, -fade)
    return
  }
  if (fade > start) into.held[Math.max(start, 0) * width + accumulator] += points
  if (fade >= days) return
  into.fading[fade * width + accumulator] += points
  if (fade > start) into.held[fade * width + accumulator] -= points
}

function accumulatorsOf(days: number, width: number): Deposits {
  return { held: new Float64Array(days * width), fading: new Float64Array(days * width) }
}

function daysBetween(firstDay: number, lastDay: number): number {
  if (lastDay < firstDay) throw new RangeError(`no days from ${firstDay} to ${lastDay}`)
  return lastDay - firstDay + 1
}

/**
 * Total points of every day by the incremental form of SCORING.md 2.4. The total needs one fading and one hold sum a
 * half-life (directions and categories fade alike), so it costs O(rows + half-lives × days), with no sorting and no
 * object an incident. Equals the direct sum to 1e-9, not to the bit: a recursion rounds on the way.
 * @throws RangeError when `lastDay` comes before `firstDay`.
 */
export function recursiveTotalsOf(
  columns: TermColumns,
  firstDay: number,
  lastDay: number,
  { begin = 0, end = columns.length }: RowRange = {},
): Float64Array {
  const days = daysBetween(firstDay, lastDay)
  const { startDay, fadeDay, points, halfLife, halfLives } = columns
  const width = halfLives.length
  const deposits = accumulatorsOf(days, width)
  for (let row = begin; row < end; row++) {
    const slot = halfLife[row]
    deposit(
      deposits,
      points[row],
      startDay[row] - firstDay,
      fadeDay[row] - firstDay,
      halfLives[slot],
      days,
      width,
      slot,
    )
  }
  const totals = new Float64Array(days)
  for (let slot = 0; slot < width; slot++) {
    advance(deposits, slot, width, decayOf(halfLives[slot], 1), totals, 0, 1)
  }
  return totals
}

/** Runs one accumulator over all days and adds it to `into` at `offset`, `offset + stride`, … */
function advance(
  { held, fading }: Deposits,
  accumulator: number,
  width: number,
  decayPerDay: number,
  into: Float64Array,
  offset: number,
  stride: number,
): void {
  let hold = 0
  let sum = 0
  for (let at = accumulator, out = offset; at < held.length; at += width, out += stride) {
    hold += held[at]
    sum = sum * decayPerDay + fading[at]
    into[out] += hold + sum
  }
}

/**
 * Points of every day by cell, by the incremental form of SCORING.md 2.4: one accumulator a direction, category, sign
 * and half-life. Same layout as `DailySeries.cells`; O(rows + 32 × half-lives × days).
 * @throws RangeError when `lastDay` comes before `firstDay`.
 */
export function recursiveCellsOf(
  columns: TermColumns,
  firstDay: number,
  lastDay: number,
  { begin = 0, end = columns.length }: RowRange = {},
): Float64Array {
  const days = daysBetween(firstDay, lastDay)
  const { startDay, fadeDay, points, halfLife, halfLives, cell, joint } = columns
  const width = halfLives.length * CELLS
  const deposits = accumulatorsOf(days, width)
  for (let row = begin; row < end; row++) {
    const slot = halfLife[row]
    const share = joint[row] ? points[row] / 2 : points[row]
    const [start, fade] = [startDay[row] - firstDay, fadeDay[row] - firstDay]
    deposit(deposits, share, start, fade, halfLives[slot], days, width, slot * CELLS + cell[row])
    if (joint[row]) {
      const backward = slot * CELLS + cell[row] + CELLS / 2
      deposit(deposits, share, start, fade, halfLives[slot], days, width, backward)
    }
  }
  const cells = new Float64Array(days * CELLS)
  for (let accumulator = 0; accumulator < width; accumulator++) {
    const decayPerDay = decayOf(halfLives[Math.floor(accumulator / CELLS)], 1)
    advance(deposits, accumulator, width, decayPerDay, cells, accumulator % CELLS, CELLS)
  }
  return cells
}

/** `recursiveTotalsOf` for terms. */
export const recursiveTotals = (terms: readonly Term[], firstDay: number, lastDay: number): Float64Array =>
  recursiveTotalsOf(columnsOf(terms), firstDay, lastDay)
