import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { latestCoveredWeek } from '@/lib/dyads/overview-read'
import type { DraftRow } from './views'

/**
 * Monday of the last week that any dyad has a checked figure of, which a new briefing tells of unless somebody asks for another; of this
 * week where there is none.
 * @throws DeskError FORBIDDEN.
 */
export async function lastCoveredWeek(viewer: Viewer): Promise<number> {
  authorize(viewer, 'dyad:read')
  const today = todayUtc()
  return (await latestCoveredWeek(await database(), today)) ?? weekStartOf(today)
}

/**
 * How many incidents of a draft's dyads count differently since its record was read. O(changes since).
 * @throws DeskError FORBIDDEN.
 */
export async function recordChangesSince(viewer: Viewer, draft: Pick<DraftRow, 'dyadIds' | 'asOf'>): Promise<number> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  const changed = await prisma.incidentVintage.findMany({
    where: { dyadId: { in: draft.dyadIds }, at: { gt: new Date(draft.asOf) } },
    distinct: ['dyadId', 'incidentId'],
    select: { dyadId: true, incidentId: true },
  })
  return changed.length
}
