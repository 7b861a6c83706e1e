import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { totalsOn } from '@/lib/core/outlook/totals-on'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { scoreOf } from '@/lib/core/scoring/score'
import type { Term } from '@/lib/core/scoring/term'

/** Weekly closes that are forecast: of the next four weeks. */
export const WEEKS_AHEAD = 4

/** What forecasts are made from. */
export interface OutlookRecord {
  /** The dyad's terms by start day; also those before the first week, which still fade. */
  terms: readonly Term[]
  /** Mondays of the weeks that are over and covered, ascending; others are neither learnt from nor forecast against. */
  weeks: readonly number[]
  params: MethodParameters
}

/** A record with what all forecasts from all its weeks share. An entry of a week holds nothing of what came after it. */
export interface ForecastBasis extends OutlookRecord {
  /** Score on the Sunday of each week. */
  closes: Float64Array
  /** How many terms start on the Sunday of each week or before. */
  ends: Int32Array
  /** How many of them start before its Monday. */
  begins: Int32Array
  /** Points that the terms of week i have on the Sunday a = 0..3 weeks later, at i × 4 + a. */
  inflows: Float64Array
  /** Index of the week that begins on a Monday. */
  indexOf: ReadonlyMap<number, number>
}

function refuseBroken({ terms, weeks }: OutlookRecord): void {
  for (const [index, week] of weeks.entries()) {
    if (weekStartOf(week) !== week) throw new RangeError(`day ${week} is not a Monday`)
    if (index > 0 && week <= weeks[index - 1])
      throw new RangeError(`week ${week} does not come after the one before it`)
  }
  for (let index = 1; index < terms.length; index++) {
    if (terms[index].startDay < terms[index - 1].startDay)
      throw new RangeError(`term ${terms[index].id} is out of order`)
  }
}

/** How many terms start before each of some ascending days. */
function startedBefore(terms: readonly Term[], days: readonly number[]): Int32Array {
  let count = 0
  return Int32Array.from(days, (day) => {
    while (count < terms.length && terms[count].startDay < day) count++
    return count
  })
}

/** The Sundays from that of the week of `monday` on. */
export const sundaysFrom = (monday: number, weeks: number): number[] =>
  Array.from({ length: weeks }, (_, ahead) => weekEndOf(monday) + 7 * ahead)

/**
 * What all forecasts of a record share. O(terms × weeks), by lookups.
 * @throws RangeError when terms or weeks are not in ascending order, or a week does not begin on a Monday.
 */
export function forecastBasis(record: OutlookRecord): ForecastBasis {
  refuseBroken(record)
  const { terms, weeks, params } = record
  const begins = startedBefore(terms, weeks)
  const ends = startedBefore(
    terms,
    weeks.map((monday) => monday + 7),
  )
  const inflows = new Float64Array(weeks.length * WEEKS_AHEAD)
  for (const [index, monday] of weeks.entries()) {
    const own = terms.slice(begins[index], ends[index])
    inflows.set(totalsOn(own, sundaysFrom(monday, WEEKS_AHEAD)), index * WEEKS_AHEAD)
  }
  const closes = totalsOn(terms, weeks.map(weekEndOf)).map((points) => scoreOf(points, params))
  const indexOf = new Map(weeks.map((monday, index) => [monday, index]))
  return { ...record, closes, begins, ends, inflows, indexOf }
}
