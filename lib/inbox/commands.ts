import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { tellIds } from '@/lib/db/channel'
import { inTransaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import type { MarkAllReadInput, MarkReadInput } from './schema'

/**
 * Marks one of the viewer's own notices as read; one that was read before keeps its time.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a notice that is not the viewer's.
 */
export async function markRead(viewer: Viewer, { id }: MarkReadInput): Promise<void> {
  authorize(viewer, 'inbox:read')
  await inTransaction(async (tx) => {
    const item = viewer.accountId && (await tx.inboxItem.findFirst({ where: { id, accountId: viewer.accountId } }))
    if (!item) throw new DeskError('NOT_FOUND', 'There is no such notice.')
    await tx.inboxItem.updateMany({ where: { id, readAt: null }, data: { readAt: now() } })
    await tellIds(tx, 'inbox_news', [item.accountId])
  })
}

/**
 * Marks the viewer's notices up to an instant as read. Returns how many there were.
 * @throws DeskError FORBIDDEN.
 */
export async function markAllRead(viewer: Viewer, { until }: MarkAllReadInput): Promise<number> {
  authorize(viewer, 'inbox:read')
  const { accountId } = viewer
  if (accountId === null) return 0
  return inTransaction(async (tx) => {
    const where = { accountId, readAt: null, at: { lte: new Date(until) } }
    const { count } = await tx.inboxItem.updateMany({ where, data: { readAt: now() } })
    if (count > 0) await tellIds(tx, 'inbox_news', [accountId])
    return count
  })
}
