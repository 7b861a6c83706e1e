import { lock } from '@/lib/db/locks'
import 'server-only'
import { logActivity } from '@/lib/activity/log'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import type { SelfApprovalInput, TeamTimeZoneInput } from './schema'
import { type SettingName, settingsOf, type TeamSettings } from './settings'

/**
 * Says whether people may approve what they wrote themselves, from the next approval on.
 * @throws DeskError FORBIDDEN; CONFLICT, with the settings as they stand, when somebody changed it since `baseRevision`.
 */
export async function setSelfApproval(viewer: Viewer, input: SelfApprovalInput): Promise<{ revision: number }> {
  authorize(viewer, 'team:manage')
  return inTransaction((tx) => putSetting(tx, viewer, 'selfApproval', input.selfApproval, input.baseRevision))
}

/**
 * Says whose clock schedules go by that name no other, from their next due time on.
 * @throws DeskError FORBIDDEN; CONFLICT as `setSelfApproval`.
 */
export async function setTeamTimeZone(viewer: Viewer, input: TeamTimeZoneInput): Promise<{ revision: number }> {
  authorize(viewer, 'team:manage')
  return inTransaction((tx) => putSetting(tx, viewer, 'timeZone', input.timeZone, input.baseRevision))
}

async function putSetting<Name extends SettingName>(
  tx: Transaction,
  viewer: Viewer,
  name: Name,
  value: TeamSettings[Name],
  baseRevision: number,
): Promise<{ revision: number }> {
  await lock(tx, 'settings')
  const before = await tx.teamSetting.findUnique({ where: { name } })
  if ((before?.revision ?? 0) !== baseRevision)
    throw new DeskError('CONFLICT', 'Somebody changed this setting meanwhile.', undefined, {
      revision: before?.revision ?? 0,
      state: await settingsOf(tx),
    })
  const revision = baseRevision + 1
  const data = { value, revision, updatedAt: now(), updatedById: viewer.accountId }
  await tx.teamSetting.upsert({ where: { name }, create: { name, ...data }, update: data })
  await logActivity(tx, viewer, { action: 'setting-changed', subject: name, detail: { value } })
  return { revision }
}
