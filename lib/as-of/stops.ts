import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOfInstant, now } from '@/lib/clock'
import { monthOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import type { StopsView, StopView } from './views'

/** Stops that a slider has for each change, or for each day: more are too many to step through. */
const MOST_STOPS = 120

const CHANGES = (dyadId: string) => Prisma.sql`(
  SELECT at FROM incident_vintage WHERE dyad_id = ${dyadId}
  UNION ALL SELECT at FROM weekly_check WHERE dyad_id = ${dyadId}) c`

/** The last change of each day, and how many there were. Costs O(changes); one row a day comes back. */
async function byDay(reader: Reader, dyadId: string): Promise<StopView[]> {
  const rows = await reader.$queryRaw<{ at: Date; changes: number }[]>`
    SELECT max(at) AS at, count(DISTINCT at)::int AS changes FROM ${CHANGES(dyadId)}
    WHERE at <= ${now()} GROUP BY date_trunc('day', at AT TIME ZONE 'UTC') ORDER BY 1`
  return rows.map(({ at, changes }) => ({ at: at.toISOString(), changes }))
}

async function byChange(reader: Reader, dyadId: string): Promise<StopView[]> {
  const rows = await reader.$queryRaw<{ at: Date }[]>`
    SELECT DISTINCT at FROM ${CHANGES(dyadId)} WHERE at <= ${now()} ORDER BY at`
  return rows.map(({ at }) => ({ at: at.toISOString(), changes: 1 }))
}

function byMonth(days: readonly StopView[]): StopView[] {
  const months = new Map<string, StopView>()
  for (const { at, changes } of days) {
    const month = monthOf(dayOfInstant(new Date(at)))
    months.set(month, { at, changes: changes + (months.get(month)?.changes ?? 0) })
  }
  return [...months.values()]
}

/**
 * The moments at which what is known of a dyad changed: each one where there are up to 120, else the last of each day, else of
 * each month.
 * @throws DeskError FORBIDDEN.
 */
export async function recordStops(viewer: Viewer, dyadId: string): Promise<StopsView> {
  authorize(viewer, 'dyad:read')
  const reader = await database()
  const days = await byDay(reader, dyadId)
  const changes = days.reduce((sum, day) => sum + day.changes, 0)
  if (changes <= MOST_STOPS) return { grain: 'change', stops: await byChange(reader, dyadId) }
  return days.length <= MOST_STOPS ? { grain: 'day', stops: days } : { grain: 'month', stops: byMonth(days) }
}
