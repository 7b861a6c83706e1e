import 'server-only'

export { approveBatch, undoBatch } from './batch'

import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { appendComment } from '@/lib/comments/append'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { notify } from '@/lib/inbox/notify'
import type { Written } from '@/lib/incidents/commands'
import { type LockedIncident, lockSeen } from '@/lib/incidents/locked'
import { type RecordWrite, writeIncidents } from '@/lib/incidents/record'
import { methodInUse } from '@/lib/method/store'
import { settingsOf } from '@/lib/team/settings'
import { approval, refuseHindered, refuseUnlessWaiting, reopened } from './decide'
import type { ApproveInput, ReturnInput, UndoApprovalInput } from './schema'

async function append(
  tx: Transaction,
  viewer: Viewer,
  { dyad, row }: LockedIncident,
  write: Pick<RecordWrite, 'state' | 'action' | 'reason'>,
): Promise<Written> {
  const context = { method: await methodInUse(tx), today: todayUtc() }
  const [revision] = await writeIncidents(tx, viewer, dyad, [{ ...write, id: row.id, before: row }], context)
  return { dyadId: dyad.id, id: row.id, revision, status: write.state.status }
}

/**
 * Approves what waits for review: it counts from now on. Costs O(days since the incident), whatever the log holds.
 * @throws DeskError FORBIDDEN, also for one's own work; NOT_FOUND; CONFLICT (detail: `ConflictDetail`) when it is no longer
 * what the reviewer saw; INVALID when it does not wait.
 */
export async function approveIncident(viewer: Viewer, { comment, ...seen }: ApproveInput): Promise<Written> {
  authorize(viewer, 'incident:approve')
  return inTransaction(async (tx) => {
    const locked = await lockSeen(tx, viewer, seen)
    refuseHindered(viewer, locked.row, await settingsOf(tx))
    return append(tx, viewer, locked, { ...approval(viewer, locked.row, locked.head), reason: comment })
  })
}

/**
 * Sends what waits for review back to its authors, with a comment that also stands in the incident's thread.
 * @throws DeskError FORBIDDEN, NOT_FOUND, CONFLICT, INVALID as `approveIncident`; one's own work may be sent back.
 */
export async function returnIncident(viewer: Viewer, { comment, ...seen }: ReturnInput): Promise<Written> {
  authorize(viewer, 'incident:approve')
  return inTransaction(async (tx) => {
    const locked = await lockSeen(tx, viewer, seen)
    const { row, head } = locked
    refuseUnlessWaiting(row)
    const state = { ...head, status: 'returned' as const }
    // A revision before this one may have taken an approval back; sending it back leaves that as it is.
    delete state.inForce
    const written = await append(tx, viewer, locked, { state, action: 'returned', reason: comment })
    const key = { dyadId: seen.dyadId, incidentId: seen.id }
    await appendComment(tx, viewer, {
      ...key,
      kind: 'return',
      body: comment,
      threadOf: null,
      revision: written.revision,
    })
    await notify(tx, viewer, row.authors, { kind: 'returned', ...key, detail: { comment, title: head.input.title } })
    return written
  })
}

/**
 * Takes the latest approval of an incident back by a new revision: it waits for review again, and what counted before counts.
 * @throws DeskError FORBIDDEN, NOT_FOUND, CONFLICT as `approveIncident`; INVALID when the latest revision is no approval.
 */
export async function undoApproval(viewer: Viewer, { reason, ...seen }: UndoApprovalInput): Promise<Written> {
  authorize(viewer, 'incident:approve')
  return inTransaction(async (tx) => {
    const locked = await lockSeen(tx, viewer, seen)
    const before = await inForceBeforeApproval(tx, locked)
    if (before === undefined) throw new DeskError('INVALID', 'The latest revision is not an approval.')
    return append(tx, viewer, locked, { state: reopened(locked.head, before), action: 'reopened', reason })
  })
}

/** What was in force before the latest revision, where that one is an approval by review; else undefined. */
async function inForceBeforeApproval(tx: Transaction, { row }: LockedIncident): Promise<number | null | undefined> {
  const [last, before] = await tx.incidentRevision.findMany({
    where: { dyadId: row.dyadId, incidentId: row.id },
    orderBy: { revision: 'desc' },
    take: 2,
  })
  const byReview = last.action === 'approved' || (last.action === 'retracted' && last.inForce === last.revision)
  return byReview && before ? before.inForce : undefined
}
