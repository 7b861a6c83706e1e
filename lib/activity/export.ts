import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { logActivity } from './log'

/** What left the desk: the file's name, what it was narrowed to, and whose dyad where it is one's. */
export interface Exported {
  subject: string
  dyadId?: string
  /** Parts that were not given may be undefined; they are left out. */
  detail?: Record<string, Prisma.InputJsonValue | undefined>
}

/**
 * Notes in the team's log that somebody took data with them: whoever may read may export, and each export is noted.
 * @throws DeskError FORBIDDEN.
 */
export async function logExport(viewer: Viewer, { subject, dyadId, detail = {} }: Exported): Promise<void> {
  authorize(viewer, 'dyad:read')
  const given = Object.entries(detail).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  await logActivity(await database(), viewer, {
    action: 'exported',
    subject,
    dyadId,
    detail: Object.fromEntries(given),
  })
}
