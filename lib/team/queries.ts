import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { settingsOf, type TeamSettings } from './settings'

/** A setting's value and the revision that a change must name. */
export interface SettingView {
  selfApproval: TeamSettings['selfApproval']
  revision: number
}

/**
 * The team's settings, for the page that changes them.
 * @throws DeskError FORBIDDEN.
 */
export async function teamSettings(viewer: Viewer): Promise<SettingView> {
  authorize(viewer, 'team:manage')
  const prisma = await database()
  const row = await prisma.teamSetting.findUnique({ where: { name: 'selfApproval' } })
  return { ...(await settingsOf(prisma)), revision: row?.revision ?? 0 }
}
