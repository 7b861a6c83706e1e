import { isoOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { directionOf } from '@/lib/core/dyad'
import {
  bandOfScore,
  CELLS,
  type DailySeries,
  displayOf,
  inflowCellsOf,
  type MethodParameters,
  type Term,
  weekFiguresOf,
} from '@/lib/core/scoring'

/** One week of the score file, clipped to its range. */
export interface WeeklyRow {
  week: string
  start: string
  end: string
  days: number
  close: number
  closeDisplay: number
  band: string
  high: number
  highDate: string
  low: number
  mean: number
  change: number | null
  incidents: number
  inflow: Record<string, number>
  inflowTotal: number
  ids: string[]
}

const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)

function inflowOf(terms: Term[], from: number, to: number, [a, b]: [string, string]) {
  const cells = inflowCellsOf(terms, from, to)
  const [forward, backward] = [sumOf(cells.slice(0, CELLS / 2)), sumOf(cells.slice(CELLS / 2))]
  return {
    inflow: { [directionOf(a, b)]: forward, [directionOf(b, a)]: backward },
    inflowTotal: forward + backward,
  }
}

/** Every week that a series of the pair touches; `terms` are those that count, in the order of the file. */
export function weeklyRows(
  series: DailySeries,
  terms: readonly Term[],
  pair: [string, string],
  params: MethodParameters,
): WeeklyRow[] {
  const rows: WeeklyRow[] = []
  for (let monday = weekStartOf(series.firstDay); monday <= series.lastDay; monday += 7) {
    const week = weekFiguresOf(series, monday, params)
    const started = terms.filter((term) => term.startDay >= week.firstDay && term.startDay <= week.lastDay)
    const before = rows.at(-1)
    rows.push({
      week: weekIdOf(monday),
      start: isoOf(week.firstDay),
      end: isoOf(week.lastDay),
      days: week.lastDay - week.firstDay + 1,
      close: week.close,
      closeDisplay: displayOf(week.close),
      band: bandOfScore(week.close, params).name,
      high: week.high,
      highDate: isoOf(week.highDay),
      low: week.low,
      mean: week.mean,
      change: before ? week.close - before.close : null,
      incidents: started.length,
      ...inflowOf(started, week.firstDay, week.lastDay, pair),
      ids: started.map((term) => term.id),
    })
  }
  return rows
}
