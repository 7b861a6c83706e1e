import { scoreDomain, type TimeTick, timeSpanOf, timeTicks, weekSpan } from '@/lib/charts/axis'
import type { ChartTable } from '@/lib/charts/table'
import { weekIdOf, weekStartOf } from '@/lib/core/calendar'
import type { Coverage } from '@/lib/core/scoring'

/** What a back-test draws of a dyad; scores are not rounded. */
export interface BackTestData {
  closes: readonly { weekStart: number; close: number; coverage: Coverage }[]
  alerts: readonly { toldDay: number; headline: string }[]
  peaks: readonly { weekStart: number; close: number; highest: boolean }[]
}

/** A back-test in pixels: the line of closes, broken where nobody checked; boxes there; a tick on the floor for each day with alerts, a mark on each peak. */
export interface BackTestModel {
  path: string
  gaps: { x: number; width: number }[]
  zero: number
  floor: number
  alerts: { x: number; count: number }[]
  peaks: { x: number; y: number; close: number; weekStart: number; highest: boolean }[]
  ticks: (TimeTick & { x: number })[]
  domain: [number, number]
}

/** Pixels that a name on the axis of time takes up. */
const TICK_WIDTH = 90

/** Lays a back-test over a box whose top and floor are given; later days than the last week's stand at its end. */
export function backTestModel(data: BackTestData, width: number, top: number, floor: number): BackTestModel {
  const [from, to] = timeSpanOf(data.closes)
  const domain = scoreDomain(data.closes.map(({ close }) => close))
  const xOf = (day: number) => Math.min(Math.max(((day - from) / (to - from)) * width, 1), width - 1)
  const yOf = (score: number) => floor - ((score - domain[0]) / (domain[1] - domain[0])) * (floor - top)
  const byDay = new Map<number, number>()
  for (const { toldDay } of data.alerts) byDay.set(toldDay, (byDay.get(toldDay) ?? 0) + 1)
  return {
    path: data.closes
      .flatMap(({ weekStart, close, coverage }, index) => {
        if (coverage === 'not_checked') return []
        const at = `${xOf(weekStart + 6).toFixed(1)},${yOf(close).toFixed(1)}`
        const goesOn = index > 0 && data.closes[index - 1].coverage !== 'not_checked'
        // A week by itself is a stroke of no length, which a round end makes a point.
        return goesOn ? [`L${at}`] : [`M${at}h0`]
      })
      .join(''),
    gaps: gapsOf(data.closes).map(([first, last]) => {
      const x = xOf(weekSpan(first)[0])
      return { x, width: xOf(weekSpan(last)[1]) - x }
    }),
    zero: yOf(0),
    floor,
    alerts: [...byDay].sort(([a], [b]) => a - b).map(([day, count]) => ({ x: xOf(day), count })),
    peaks: data.peaks.map((peak) => ({ ...peak, x: xOf(peak.weekStart + 6), y: yOf(peak.close) })),
    ticks: timeTicks(from, to, width / TICK_WIDTH).map((tick) => ({ ...tick, x: xOf(tick.day) })),
    domain,
  }
}

/** Runs of weeks that nobody checked, by their first and last Monday. */
function gapsOf(weeks: BackTestData['closes']): [number, number][] {
  const gaps: [number, number][] = []
  weeks.forEach(({ weekStart, coverage }, index) => {
    if (coverage !== 'not_checked') return
    if (index > 0 && weeks[index - 1].coverage === 'not_checked') gaps[gaps.length - 1][1] = weekStart
    else gaps.push([weekStart, weekStart])
  })
  return gaps
}

/** The same as a table: a row a week, with how many alerts came in it and whether it is a peak. */
export function backTestTable(pair: string, { closes, alerts, peaks }: BackTestData): ChartTable {
  return {
    caption: `Weekly closes of ${pair} with the alerts of each week`,
    columns: [
      { label: 'Week', format: 'text' },
      { label: 'Close', format: 'score' },
      { label: 'Alerts', format: 'count' },
      { label: 'Peak', format: 'text' },
    ],
    rows: closes.map(({ weekStart, close, coverage }) => {
      const peak = peaks.find((one) => one.weekStart === weekStart)
      return [
        weekIdOf(weekStart),
        coverage === 'not_checked' ? null : close,
        alerts.filter(({ toldDay }) => weekStartOf(toldDay) === weekStart).length,
        peak ? (peak.highest ? 'highest' : 'peak') : '',
      ]
    }),
  }
}
