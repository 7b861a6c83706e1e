import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { type SettingName, settingsOf, type TeamSettings } from './settings'

/** The settings' values and the revisions that changes must name. */
export interface SettingView extends TeamSettings {
  /** Of `selfApproval`. */
  revision: number
  timeZoneRevision: number
}

/**
 * The team's settings, for the page that changes them.
 * @throws DeskError FORBIDDEN.
 */
export async function teamSettings(viewer: Viewer): Promise<SettingView> {
  authorize(viewer, 'team:manage')
  const prisma = await database()
  const rows = await prisma.teamSetting.findMany({ select: { name: true, revision: true } })
  const revisionOf = (name: SettingName) => rows.find((row) => row.name === name)?.revision ?? 0
  return {
    ...(await settingsOf(prisma)),
    revision: revisionOf('selfApproval'),
    timeZoneRevision: revisionOf('timeZone'),
  }
}
