import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { computed } from '@/lib/compute/computed'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import { coverageOf } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { Reading } from '@/lib/dyads/series-source'
import { rowsFor } from '@/lib/incidents/in-force-rows'
import { certaintyRecord, intervalWeeks, weekAmong } from './record'
import type { HalfLifeLines, WeekSensitivity, WeekSobol } from './views'

/** Incidents that the list of those left out names. */
const MOST_LEFT_OUT = 25
/** Rows of the Saltelli design, and draws that its weights and data are taken from (SCORING.md 2.8). */
const SOBOL_ROWS = 1024
const SOBOL_DRAWS = 4096

/**
 * What a weekly close hangs on: each parameter at the two ends of its range, and the score without each of the incidents that
 * matter most. Their coding is shown to those who may see it.
 * @throws DeskError as `certaintyRecord`; NOT_FOUND for a week outside the record.
 */
export async function weekSensitivity(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  reading: Reading = {},
): Promise<WeekSensitivity> {
  const record = await certaintyRecord(viewer, dyadId, reading)
  const { week } = weekAmong(intervalWeeks(record, weekStart), weekStart)
  const { parameters } = record.source.method
  const { bars, leftOut, incidents } = await computed('dyadSensitivity', dyadId, [
    record.incidents,
    dyadId,
    week.day,
    parameters,
    MOST_LEFT_OUT,
  ])
  const found = await record.source.rows(leftOut.map(({ id }) => id))
  const rows = await rowsFor(
    viewer,
    await database(),
    found.map(({ row }) => row),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    score: week.close,
    bars,
    leftOut: leftOut.flatMap(({ id, drop, contribution }) => {
      const row = byId.get(id)
      return row ? [{ row, drop, contribution }] : []
    }),
    incidents,
  }
}

/**
 * The weekly closes by each of the sets of half-lives that are shown side by side.
 * @throws DeskError as `certaintyRecord`.
 */
export async function halfLifeLines(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  reading: Reading = {},
): Promise<HalfLifeLines> {
  const record = await certaintyRecord(viewer, dyadId, reading)
  const weeks = intervalWeeks(record, weekStart)
  const { parameters } = record.source.method
  const days = weeks.map(({ day }) => day)
  const lines = await computed('dyadHalfLives', dyadId, [record.incidents, dyadId, days, parameters])
  return {
    weeks: weeks.map((week) => ({
      weekStart: week.weekStart,
      day: week.day,
      close: week.close,
      coverage: coverageOf(week),
      inProgress: week.inProgress,
    })),
    lines,
  }
}

/**
 * First-order and total Sobol indices of a weekly close: 8,192 runs, some 0.2 s for a dyad of a thousand incidents.
 * @throws DeskError as `weekSensitivity`.
 */
export async function weekSobol(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  reading: Reading = {},
): Promise<WeekSobol> {
  const record = await certaintyRecord(viewer, dyadId, reading)
  const { week } = weekAmong(intervalWeeks(record, weekStart), weekStart)
  const options = { rows: SOBOL_ROWS, draws: SOBOL_DRAWS, seed: DEFAULT_SEED }
  const { parameters } = record.source.method
  const sobol = await computed('dyadSobol', dyadId, [record.incidents, dyadId, week.day, parameters, options])
  return { ...options, sobol }
}
