import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { CELLS, cellsOfTerm, totalOf } from '@/lib/core/scoring/cells'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { quantise } from '@/lib/core/scoring/quantum'
import { scoreOf } from '@/lib/core/scoring/score'
import { cellsOn, type DailySeries } from '@/lib/core/scoring/series'
import type { Term } from '@/lib/core/scoring/term'

/** A week of a dyad (SCORING.md 2.6). Scores are not rounded; `closeCells` are the points of its last day. */
export interface WeekFigures {
  /** Monday. */
  weekStart: number
  /** First and last day that the figures cover. */
  firstDay: number
  lastDay: number
  /** The last day comes before Sunday. */
  inProgress: boolean
  close: number
  high: number
  /** First day of the high. */
  highDay: number
  low: number
  mean: number
  closeCells: number[]
}

/**
 * The figures of the week that begins on Monday `weekStart`, clipped to the days from the series' first to `lastDay`
 * (SCORING.md 2.6).
 * @throws RangeError when `weekStart` is not a Monday or no day of the week is left.
 */
export function weekFiguresOf(
  series: DailySeries,
  weekStart: number,
  params: MethodParameters,
  lastDay: number = series.lastDay,
): WeekFigures {
  if (weekStartOf(weekStart) !== weekStart) throw new RangeError(`day ${weekStart} is not a Monday`)
  const from = Math.max(weekStart, series.firstDay)
  const to = Math.min(weekEndOf(weekStart), series.lastDay, lastDay)
  if (to < from) throw new RangeError(`the series has no day of the week of day ${weekStart}`)
  let [high, highDay, low, sum, close] = [-Infinity, from, Infinity, 0, 0]
  for (let day = from; day <= to; day++) {
    close = scoreOf(totalOf(series.cells, (day - series.firstDay) * CELLS), params)
    sum += close
    low = Math.min(low, close)
    if (close > high) [high, highDay] = [close, day]
  }
  return {
    weekStart,
    firstDay: from,
    lastDay: to,
    inProgress: to < weekEndOf(weekStart),
    close,
    high,
    highDay,
    low,
    mean: sum / (to - from + 1),
    closeCells: Array.from(cellsOn(series, to)),
  }
}

/** Full points v·g by cell of the terms that start from `firstDay` to `lastDay` (SCORING.md 2.6). */
export function inflowCellsOf(terms: Iterable<Term>, firstDay: number, lastDay: number): number[] {
  const inflow = new Array<number>(CELLS).fill(0)
  for (const term of terms) {
    if (term.startDay < firstDay || term.startDay > lastDay) continue
    const cells = cellsOfTerm(term)
    for (const cell of cells) inflow[cell] += quantise(term.points / cells.length)
  }
  return inflow
}
