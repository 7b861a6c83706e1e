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
