import { CELLS, cellsOfTerm, totalOf } from '@/lib/core/scoring/cells'
import { decayTable } from '@/lib/core/scoring/decay'
import { quantise } from '@/lib/core/scoring/quantum'
import type { Term } from '@/lib/core/scoring/term'

/** Points of every day by cell: day d, cell c at `(d - firstDay) * CELLS + c`. Sums are exact, see `quantise`. */
export interface DailySeries {
  firstDay: number
  lastDay: number
  cells: Float64Array
}

/**
 * A series of zeros over both days inclusive.
 * @throws RangeError when the days are not whole or in the wrong order.
 */
export function emptySeries(firstDay: number, lastDay: number): DailySeries {
  if (!Number.isInteger(firstDay) || !Number.isInteger(lastDay) || lastDay < firstDay) {
    throw new RangeError(`no series from day ${firstDay} to day ${lastDay}`)
  }
  return { firstDay, lastDay, cells: new Float64Array((lastDay - firstDay + 1) * CELLS) }
}

/** One cell's points of consecutive days: that of `firstDay` at `offset`, each next day `stride` further on. */
interface Lane {
  into: Float64Array
  offset: number
  stride: number
}

/** Adds `points` faded by the table to a lane on every day from the term's start on. */
function addToLane(
  { into, offset, stride }: Lane,
  { firstDay, lastDay }: Pick<DailySeries, 'firstDay' | 'lastDay'>,
  term: Term,
  points: number,
  sign: 1 | -1,
): void {
  const from = Math.max(term.startDay, firstDay)
  const fadeFrom = Math.max(term.fadeDay, from)
  const full = sign * quantise(points)
  let at = offset + (from - firstDay) * stride
  for (const end = offset + (Math.min(fadeFrom, lastDay + 1) - firstDay) * stride; at < end; at += stride)
    into[at] += full
  if (fadeFrom > lastDay) return
  const decay = decayTable(term.halfLifeDays, lastDay - term.fadeDay + 1)
  const last = lastDay - term.fadeDay
  for (let elapsed = fadeFrom - term.fadeDay; elapsed <= last; at += stride, elapsed++) {
    into[at] += sign * quantise(points * decay[elapsed])
  }
}

/**
 * Adds a term to a series in place, or removes it with sign −1, in O(days from its start to the last day). Because sums
 * are exact, the result equals a rebuild bit for bit, in whatever order terms come and go.
 */
export function addTerm(series: DailySeries, term: Term, sign: 1 | -1 = 1): void {
  if (term.startDay > series.lastDay) return
  const cells = cellsOfTerm(term)
  for (const cell of cells) {
    addToLane({ into: series.cells, offset: cell, stride: CELLS }, series, term, term.points / cells.length, sign)
  }
}

/**
 * The series of some terms over both days inclusive; history before `firstDay` counts. Each cell is summed day after day in a lane of
 * its own, which lies close in memory, and turned into the series' order at the end: many terms take half the time so.
 */
export function seriesOf(terms: Iterable<Term>, firstDay: number, lastDay: number): DailySeries {
  const series = emptySeries(firstDay, lastDay)
  const days = lastDay - firstDay + 1
  const lanes = new Float64Array(days * CELLS)
  for (const term of terms) {
    if (term.startDay > lastDay) continue
    const cells = cellsOfTerm(term)
    for (const cell of cells) {
      addToLane({ into: lanes, offset: cell * days, stride: 1 }, series, term, term.points / cells.length, 1)
    }
  }
  for (let cell = 0; cell < CELLS; cell++) {
    for (let day = 0; day < days; day++) series.cells[day * CELLS + cell] = lanes[cell * days + day]
  }
  return series
}

function offsetOf(series: DailySeries, day: number): number {
  if (day < series.firstDay || day > series.lastDay) throw new RangeError(`day ${day} lies outside the series`)
  return (day - series.firstDay) * CELLS
}

/**
 * The cells of one day, a copy.
 * @throws RangeError when the day lies outside the series.
 */
export function cellsOn(series: DailySeries, day: number): Float64Array {
  const offset = offsetOf(series, day)
  return series.cells.slice(offset, offset + CELLS)
}

/**
 * The points of one day.
 * @throws RangeError when the day lies outside the series.
 */
export const totalOn = (series: DailySeries, day: number): number => totalOf(series.cells, offsetOf(series, day))
