import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { type DailySeries, emptySeries } from '@/lib/core/scoring'
import type { Reader } from '@/lib/db/transaction'
import { decodeDays } from './series-window'

/** The stored daily points of whole weeks, from the week of one day to that of another; weeks that are not stored are 0. */
export async function storedDays(reader: Reader, dyadId: string, fromDay: number, toDay: number): Promise<DailySeries> {
  const series = emptySeries(weekStartOf(fromDay), weekEndOf(toDay))
  const rows = await reader.dyadWeekDays.findMany({
    where: { dyadId, weekStart: { gte: series.firstDay, lte: series.lastDay } },
  })
  for (const row of rows) decodeDays(row.cells, row.weekStart, series)
  return series
}

/** The stored daily points of one week of several dyads, by dyad: one read. A dyad that stores no such week is left out. */
export async function storedWeekOf(
  reader: Reader,
  dyadIds: string[],
  weekStart: number,
): Promise<Map<string, DailySeries>> {
  const rows = await reader.dyadWeekDays.findMany({ where: { dyadId: { in: dyadIds }, weekStart } })
  return new Map(
    rows.map((row) => {
      const series = emptySeries(weekStart, weekEndOf(weekStart))
      decodeDays(row.cells, weekStart, series)
      return [row.dyadId, series]
    }),
  )
}
