import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { tellIds } from '@/lib/db/channel'
import type { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'

export const INBOX_KINDS = [
  'returned',
  'dropped',
  'mention',
  'reply',
  'thread',
  'sample',
  'alert',
  'schedule-made',
  'schedule-failed',
] as const
export type InboxKind = (typeof INBOX_KINDS)[number]

/** Something that waits for people. */
export interface Notice {
  kind: InboxKind
  dyadId?: string
  incidentId?: string
  /** The alert that it tells of. */
  alertId?: string
  detail?: Prisma.InputJsonObject
}

/** From whom a notice comes. */
export type Sender = Pick<Viewer, 'accountId'>
/** Whoever tells of what happened by itself. */
export const THE_DESK: Sender = { accountId: null }

/** Puts a notice into the inbox of some accounts, in the transaction of what it tells of; never into the sender's own. */
export async function notify(
  tx: Transaction,
  sender: Sender,
  accountIds: Iterable<string>,
  notice: Notice,
): Promise<void> {
  const others = [...new Set(accountIds)].filter((id) => id !== sender.accountId)
  if (others.length === 0) return
  const { kind, dyadId = null, incidentId = null, alertId = null, detail = {} } = notice
  const common = { at: now(), kind, byId: sender.accountId, dyadId, incidentId, alertId, detail }
  await tx.inboxItem.createMany({ data: others.map((accountId) => ({ ...common, id: randomUUID(), accountId })) })
  await tellIds(tx, 'inbox_news', others)
}
