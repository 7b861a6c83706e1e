import 'server-only'

export { dyadView, lateSince } from './dyad-view'
export { overviewPage } from './overview'
export { standing } from './standing'
export { weekParts } from './week-parts'

import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekStartOf } from '@/lib/core/calendar'
import { cellsOn, figuresOf, scoreOf, totalOn } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { type Reading, sourceOf } from './series-source'
import type { CheckView, DayView } from './views'

const MOST_CHECKS = 520

/**
 * The scores of a dyad day by day, at most ten years at once; days after the last that counts and before the record are left
 * out.
 * @throws DeskError FORBIDDEN, NOT_FOUND; INVALID for a longer range, and as `sourceOf`.
 */
export async function dyadDays(
  viewer: Viewer,
  dyadId: string,
  firstDay: number,
  lastDay: number,
  reading: Reading = {},
): Promise<DayView[]> {
  authorize(viewer, 'dyad:read')
  if (lastDay - firstDay > 3660) throw new DeskError('INVALID', 'Ask for at most ten years of days at once.')
  const source = await sourceOf(viewer, dyadId, reading)
  if (source.began === null) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
  const { parameters } = source.method
  const from = Math.max(firstDay, source.began)
  const to = Math.min(lastDay, source.today)
  if (to < from) return []
  const series = await source.days(from, to)
  const coverage = await source.coverage(from, to)
  return Array.from({ length: to - from + 1 }, (_, offset): DayView => {
    const day = from + offset
    return {
      day,
      score: scoreOf(totalOn(series, day), parameters),
      figures: figuresOf(cellsOn(series, day), parameters),
      coverage: coverage.get(weekStartOf(day)) ?? 'not_checked',
    }
  })
}

/**
 * The latest word on each week of a dyad that was ever checked, newest week first.
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`.
 */
export async function checksOf(viewer: Viewer, dyadId: string, reading: Reading = {}): Promise<CheckView[]> {
  authorize(viewer, 'dyad:read')
  const source = await sourceOf(viewer, dyadId, reading)
  const checks = await source.checks(MOST_CHECKS)
  const names = await namesOf(
    await database(),
    checks.map((check) => check.byId),
  )
  return checks.map(({ weekStart, checked, note, byId, at }) => {
    return { weekStart, checked, note, by: nameOf(names, byId), at: at.toISOString() }
  })
}
