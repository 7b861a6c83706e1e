import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/transaction'

export const COMMENT_KINDS = ['comment', 'return', 'resolve', 'reopen'] as const
export type CommentKind = (typeof COMMENT_KINDS)[number]

/** What is said about an incident. `threadOf` is the number of the thread's first comment, or null to begin one. */
export interface NewComment {
  dyadId: string
  incidentId: string
  threadOf: number | null
  kind: CommentKind
  body: string
  mentions?: string[]
  /** The revision that was looked at. */
  revision: number
}

/** Appends a comment; the caller's transaction holds the dyad's lock, so numbers have no gap. Returns its number. */
export async function appendComment(tx: Transaction, viewer: Viewer, comment: NewComment): Promise<number> {
  const { dyadId, incidentId } = comment
  const { _max } = await tx.incidentComment.aggregate({ where: { dyadId, incidentId }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  const data = { ...comment, mentions: comment.mentions ?? [], number, at: now(), byId: viewer.accountId }
  await tx.incidentComment.create({ data })
  return number
}
