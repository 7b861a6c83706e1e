import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { tellIds } from '@/lib/db/channel'
import type { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'

export const INBOX_KINDS = ['returned', 'dropped', 'mention', 'reply', 'thread', 'sample', 'alert'] as const
export type InboxKind = (typeof INBOX_KINDS)[number]

/** Something that waits for people. */
export interface Notice {
  kind: InboxKind
  dyadId?: string
  incidentId?: string
  detail?: Prisma.InputJsonObject
}

/** Puts a notice into the inbox of some accounts, in the transaction of what it tells of; never into the viewer's own. */
export async function notify(
  tx: Transaction,
  viewer: Viewer,
  accountIds: Iterable<string>,
  notice: Notice,
): Promise<void> {
  const others = [...new Set(accountIds)].filter((id) => id !== viewer.accountId)
  if (others.length === 0) return
  const { kind, dyadId = null, incidentId = null, detail = {} } = notice
  const common = { at: now(), kind, byId: viewer.accountId, dyadId, incidentId, detail }
  await tx.inboxItem.createMany({ data: others.map((accountId) => ({ ...common, id: randomUUID(), accountId })) })
  await tellIds(tx, 'inbox_news', others)
}
