import { weekEndOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { CATEGORIES, type Category } from '@/lib/core/codebook'
import {
  CELLS,
  coverageOf,
  type DailySeries,
  figuresOf,
  type MethodParameters,
  weekFiguresOf,
} from '@/lib/core/scoring'
import type { WeekView } from './views'

/** Columns of a stored week that its view needs. */
export const WEEK_COLUMNS = {
  dyadId: true,
  weekStart: true,
  close: true,
  high: true,
  highDay: true,
  low: true,
  mean: true,
  closeCells: true,
  inflowCells: true,
  incidents: true,
  driverId: true,
  driverPoints: true,
  checked: true,
  coveredThrough: true,
} as const

/** A week as it is stored, whole: its close is Sunday's, also where Sunday is yet to come. */
export interface StoredWeek {
  dyadId: string
  weekStart: number
  close: number
  high: number
  highDay: number
  low: number
  mean: number
  closeCells: number[]
  inflowCells: number[]
  incidents: number
  driverId: string | null
  driverPoints: number | null
  checked: boolean
  coveredThrough: number | null
}

/** Incidents by id: what a driver is called and when it was. */
export type DriverNames = ReadonlyMap<string, { title: string; code: string; day: number }>

function inflowOf(cells: number[]): WeekView['inflow'] {
  const byCategory = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Record<Category, number>
  const byDirection = [0, 0]
  cells.forEach((points, cell) => {
    byCategory[CATEGORIES[(cell >> 1) % CATEGORIES.length]] += points
    byDirection[cell < CELLS / 2 ? 0 : 1] += points
  })
  return { forward: byDirection[0], backward: byDirection[1], byCategory }
}

/** A stored week cut at `today`, from the daily points of the running week. */
export function cutAtToday(
  week: StoredWeek,
  days: DailySeries,
  today: number,
  parameters: MethodParameters,
): StoredWeek {
  const { close, high, highDay, low, mean, closeCells } = weekFiguresOf(days, week.weekStart, parameters, today)
  return { ...week, close, high, highDay, low, mean, closeCells }
}

/** The view of a stored week (cut at today if it is the running one). `before` is the close of the week before, if any. */
export function weekViewOf(
  week: StoredWeek,
  before: number | null,
  today: number,
  parameters: MethodParameters,
  names: DriverNames,
): WeekView {
  const lastDay = Math.min(weekEndOf(week.weekStart), today)
  const driver = week.driverId === null ? undefined : names.get(week.driverId)
  return {
    weekStart: week.weekStart,
    weekId: weekIdOf(week.weekStart),
    lastDay,
    inProgress: week.weekStart === weekStartOf(today) && lastDay < weekEndOf(week.weekStart),
    coverage: coverageOf(week),
    close: week.close,
    high: week.high,
    highDay: week.highDay,
    low: week.low,
    mean: week.mean,
    change: before === null ? null : week.close - before,
    figures: figuresOf(week.closeCells, parameters),
    inflow: inflowOf(week.inflowCells),
    incidents: week.incidents,
    driver: driver && week.driverId ? { id: week.driverId, ...driver, points: week.driverPoints ?? 0 } : null,
  }
}
