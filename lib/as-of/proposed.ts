import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'

/**
 * How many incidents of a dyad have something proposed that does not count yet: new ones, corrections and retractions.
 * @throws DeskError FORBIDDEN.
 */
export async function countProposed(viewer: Viewer, dyadId: string): Promise<number> {
  authorize(viewer, 'incident:read-unpublished')
  const prisma = await database()
  return prisma.incident.count({ where: { dyadId, proposal: { not: null } } })
}
