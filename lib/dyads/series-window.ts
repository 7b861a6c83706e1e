import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { CELLS, type DailySeries, emptySeries } from '@/lib/core/scoring'
import type { Transaction } from '@/lib/db/transaction'

/** What a stored week holds beside its daily cells. */
export interface WeekFacts {
  weekStart: number
  inflowCells: number[]
  incidents: number
  driverId: string | null
  driverPoints: number | null
  checked: boolean
}

/** The part of a dyad's stored series from one week to its last: what a change from that week on can touch. */
export interface SeriesWindow {
  series: DailySeries
  weeks: WeekFacts[]
  /** Monday of the latest covered week before the window. */
  coveredBefore: number | null
}

const DAYS = 7

/** A week without incidents, checks or points. */
export function blankWeek(weekStart: number): WeekFacts {
  const inflowCells = new Array<number>(CELLS).fill(0)
  return { weekStart, inflowCells, incidents: 0, driverId: null, driverPoints: null, checked: false }
}

/** The Mondays from one week to another, both included. */
export function mondaysBetween(from: number, to: number): number[] {
  const mondays: number[] = []
  for (let monday = from; monday <= to; monday += DAYS) mondays.push(monday)
  return mondays
}

/** A window of zeros. */
export function blankWindow(from: number, to: number): SeriesWindow {
  return {
    series: emptySeries(from, weekEndOf(to)),
    weeks: mondaysBetween(from, to).map(blankWeek),
    coveredBefore: null,
  }
}

/** Doubles of one week as they are stored: 7 × 32, little-endian. */
export function encodeDays(series: DailySeries, weekStart: number): Buffer {
  const offset = (weekStart - series.firstDay) * CELLS
  const bytes = Buffer.alloc(DAYS * CELLS * 8)
  for (let index = 0; index < DAYS * CELLS; index++) bytes.writeDoubleLE(series.cells[offset + index], index * 8)
  return bytes
}

/** Puts the stored doubles of one week into its place in a series. */
export function decodeDays(bytes: Uint8Array, weekStart: number, into: DailySeries): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const offset = (weekStart - into.firstDay) * CELLS
  for (let index = 0; index < DAYS * CELLS; index++) into.cells[offset + index] = view.getFloat64(index * 8, true)
}

/**
 * Reads the stored series from the week of `fromDay` to its end. Weeks before the series began are blank.
 * Costs O(weeks from `fromDay` on), whatever the log holds.
 */
export async function readWindow(
  tx: Transaction,
  dyadId: string,
  seriesTo: number,
  fromDay: number,
): Promise<SeriesWindow> {
  const from = weekStartOf(fromDay)
  const window = blankWindow(from, seriesTo)
  const where = { dyadId, weekStart: { gte: from } }
  const [weeks, days, before] = [
    await tx.dyadWeek.findMany({
      where,
      orderBy: { weekStart: 'asc' },
      select: {
        weekStart: true,
        inflowCells: true,
        incidents: true,
        driverId: true,
        driverPoints: true,
        checked: true,
      },
    }),
    await tx.dyadWeekDays.findMany({ where }),
    await tx.dyadWeek.findUnique({
      where: { dyadId_weekStart: { dyadId, weekStart: from - DAYS } },
      select: { coveredThrough: true },
    }),
  ]
  const stored = new Map(weeks.map((week) => [week.weekStart, week]))
  for (const row of days) decodeDays(row.cells, row.weekStart, window.series)
  return {
    series: window.series,
    weeks: window.weeks.map((week) => stored.get(week.weekStart) ?? week),
    coveredBefore: before?.coveredThrough ?? null,
  }
}
