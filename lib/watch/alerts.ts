import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { tellIds } from '@/lib/db/channel'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { maySee } from './owned'
import type { AcknowledgeInput, MuteInput, SnoozeInput } from './schema'

/** The viewer's own notice of an alert. @throws DeskError NOT_FOUND for an alert that was not told to them. */
async function ownNotice(tx: Transaction, { accountId }: Viewer, { dyadId, alertId }: AcknowledgeInput) {
  const item = accountId && (await tx.inboxItem.findFirst({ where: { accountId, alertId, dyadId } }))
  if (!item) throw new DeskError('NOT_FOUND', 'There is no such alert in your inbox.')
  return item
}

/**
 * Says that the viewer has taken note of an alert: it is read, and leaves their open alerts. An alert that was acknowledged keeps
 * its time.
 * @throws DeskError FORBIDDEN; NOT_FOUND for an alert that was not told to the viewer.
 */
export async function acknowledgeAlert(viewer: Viewer, input: AcknowledgeInput): Promise<void> {
  authorize(viewer, 'watch:read')
  await inTransaction(async (tx) => {
    const { id, readAt, accountId } = await ownNotice(tx, viewer, input)
    const data = { acknowledgedAt: now(), snoozedUntil: null, readAt: readAt ?? now() }
    await tx.inboxItem.updateMany({ where: { id, acknowledgedAt: null }, data })
    await tellIds(tx, 'inbox_news', [accountId])
  })
}

/**
 * Puts an alert away for some days; it then comes back, not read. Returns the UTC day of that.
 * @throws DeskError FORBIDDEN, NOT_FOUND as `acknowledgeAlert`; INVALID for one that is acknowledged.
 */
export async function snoozeAlert(viewer: Viewer, { days, ...input }: SnoozeInput): Promise<{ until: number }> {
  authorize(viewer, 'watch:read')
  return inTransaction(async (tx) => {
    const { id, readAt, acknowledgedAt, accountId } = await ownNotice(tx, viewer, input)
    if (acknowledgedAt) throw new DeskError('INVALID', 'You have acknowledged this alert.')
    const until = todayUtc() + days
    await tx.inboxItem.update({ where: { id }, data: { snoozedUntil: until, readAt: readAt ?? now() } })
    await tellIds(tx, 'inbox_news', [accountId])
    return { until }
  })
}

/**
 * Stops a rule from telling the viewer, for some days or until they say otherwise, or lets it tell them again. The rule goes on:
 * its alerts are kept, and others are told. Saying the same again changes nothing.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a rule that the viewer may not see.
 */
export async function muteRule(viewer: Viewer, { ruleId, days }: MuteInput): Promise<void> {
  authorize(viewer, 'watch:read')
  const { accountId } = viewer
  await inTransaction(async (tx) => {
    const rule = await tx.watchRule.findUnique({ where: { id: ruleId } })
    if (!rule || accountId === null || !maySee(viewer, rule)) throw new DeskError('NOT_FOUND', 'There is no such rule.')
    // A day that has come mutes no more, so that unmuting needs no row to go.
    const untilDay = days === null ? null : todayUtc() + days
    const data = { at: now(), untilDay }
    const key = { ruleId_accountId: { ruleId, accountId } }
    await tx.watchMute.upsert({ where: key, create: { ruleId, accountId, ...data }, update: data })
  })
}
