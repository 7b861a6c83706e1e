import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'

/** Changes of what is in force that are looked at: far more than an incident ever sees. */
const MOST_CHANGES = 1000

/** From when until when a revision was in force; `to` is null while it is. Instants are ISO 8601. */
export interface InForcePeriod {
  revision: number
  from: string
  to: string | null
}

/**
 * When each revision of an incident was in force, oldest period first. Only what counted has a period, so it is for all to see.
 * Costs a row a change of what is in force, at most the latest thousand.
 * @throws DeskError FORBIDDEN.
 */
export async function inForcePeriods(viewer: Viewer, dyadId: string, id: string): Promise<InForcePeriod[]> {
  authorize(viewer, 'incident:read')
  const prisma = await database()
  const changes = await prisma.incidentVintage.findMany({
    where: { dyadId, incidentId: id },
    select: { at: true, inForce: true },
    orderBy: { revision: 'desc' },
    take: MOST_CHANGES,
  })
  const periods: InForcePeriod[] = []
  let to: string | null = null
  for (const { at, inForce } of changes) {
    const from = at.toISOString()
    if (inForce !== null) periods.push({ revision: inForce, from, to })
    to = from
  }
  return periods.reverse()
}
