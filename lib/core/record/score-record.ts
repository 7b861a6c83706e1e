import { isoOf } from '@/lib/core/calendar'
import { type DailyRow, dailyRows } from '@/lib/core/record/daily-rows'
import type { DyadRecord } from '@/lib/core/record/read-record'
import type { RecordRow } from '@/lib/core/record/read-row'
import { type WeeklyRow, weeklyRows } from '@/lib/core/record/weekly-rows'
import {
  contributionOf,
  type MethodParameters,
  pointsOn,
  scoreOf,
  seriesOf,
  type Term,
  termOf,
} from '@/lib/core/scoring'

export const GRAINS = ['day', 'week'] as const

export type Grain = (typeof GRAINS)[number]

/** Days to score from and to, inclusive, how finely, and the days whose contributions are wanted. */
export interface ScoreOptions {
  from: number
  to: number
  grain: Grain
  contributions: readonly number[]
  params: MethodParameters
}

/** What each incident adds to the score of a day; rows that add nothing have 0. */
export interface Contributions {
  points: number
  score: number
  byIncident: Record<string, number>
  sum: number
}

/** The score file: every number unrounded. */
export interface ScoredRecord {
  pair: [string, string]
  parameters: MethodParameters
  range: [string, string]
  daily?: DailyRow[]
  weekly?: WeeklyRow[]
  contributions?: Record<string, Contributions>
}

/** Earliest start and latest date of a record's rows; undefined without rows. */
export function rangeOf(rows: readonly RecordRow[]): { from: number; to: number } | undefined {
  if (rows.length === 0) return undefined
  let [from, to] = [Infinity, -Infinity]
  for (const { startDay, lastDay } of rows) {
    from = Math.min(from, startDay)
    to = Math.max(to, lastDay)
  }
  return { from, to }
}

/** The terms of a record's incidents that count, in the order of the file. */
export function termsOf({ rows, dyadId }: DyadRecord, params: MethodParameters): Term[] {
  return rows.flatMap(({ incident }) => {
    const term = incident && termOf(incident, dyadId, params)
    return term ? [term] : []
  })
}

/** What each incident of a record adds to the score of a day (SCORING.md 2.3); history and order do not matter. */
export function contributionsOn(record: DyadRecord, day: number, params: MethodParameters): Contributions {
  const pointsById = new Map(record.rows.map(({ id }) => [id, 0]))
  let points = 0
  for (const term of termsOf(record, params)) {
    const part = pointsOn(term, day)
    pointsById.set(term.id, part)
    points += part
  }
  const parts = [...pointsById].map(([id, part]): [string, number] => [id, contributionOf(part, points, params)])
  return {
    points,
    score: scoreOf(points, params),
    byIncident: Object.fromEntries(parts),
    sum: parts.reduce((sum, [, part]) => sum + part, 0),
  }
}

/** Scores a record; incidents before `from` count. */
export function scoreRecord(record: DyadRecord, options: ScoreOptions): ScoredRecord {
  const { from, to, grain, contributions, params } = options
  const terms = termsOf(record, params)
  const series = seriesOf(terms, from, to)
  const scored: ScoredRecord = { pair: record.pair, parameters: params, range: [isoOf(from), isoOf(to)] }
  if (grain === 'day') scored.daily = dailyRows(series, record.pair, params)
  else scored.weekly = weeklyRows(series, terms, record.pair, params)
  if (contributions.length > 0) {
    scored.contributions = Object.fromEntries(
      contributions.map((day) => [isoOf(day), contributionsOn(record, day, params)]),
    )
  }
  return scored
}
