import 'server-only'

export { approveBatch } from './batch'
export { undoBatch } from './batch-undo'

import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { appendComment } from '@/lib/comments/append'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import { notify } from '@/lib/inbox/notify'
import type { Written } from '@/lib/incidents/commands'
import { type LockedIncident, lockSeen, type Seen } from '@/lib/incidents/locked'
import { type RecordWrite, writeIncidents } from '@/lib/incidents/record'
import { stateOf } from '@/lib/incidents/state'
import { methodInUse } from '@/lib/method/store'
import { settingsOf } from '@/lib/team/settings'
import { approval, refuseHindered, refuseUnlessWaiting, reopened } from './decide'
import type { ApproveInput, ReturnInput, UndoApprovalInput } from './schema'

/**
 * What the viewer's own decision wrote, where this very one stands as the latest revision already: its answer was lost, and
 * it is sent again.
 */
async function decidedBefore(
  tx: Transaction,
  viewer: Viewer,
  { dyadId, id, baseRevision }: Seen,
  actions: string[],
  reason: string,
): Promise<Written | null> {
  await lockDyad(tx, dyadId, { create: false })
  const row = await tx.incident.findUnique({ where: { dyadId_id: { dyadId, id } }, select: { revision: true } })
  if (row?.revision !== baseRevision + 1) return null
  const key = { dyadId_incidentId_revision: { dyadId, incidentId: id, revision: row.revision } }
  const last = await tx.incidentRevision.findUniqueOrThrow({ where: key })
  const same = last.byId === viewer.accountId && actions.includes(last.action) && last.reason === reason
  return same && last.batchId === null ? { dyadId, id, revision: row.revision, status: stateOf(last).status } : null
}

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
 * Approves what waits for review: it counts from now on. Costs O(days since the incident), whatever the log holds. Sent again
 * because its answer was lost, it is not done twice; that holds for each decision here.
 * @throws DeskError FORBIDDEN, also for one's own work; NOT_FOUND; CONFLICT (detail: `ConflictDetail`) when it is no longer
 * what the reviewer saw; INVALID when it does not wait.
 */
export async function approveIncident(viewer: Viewer, { comment, ...seen }: ApproveInput): Promise<Written> {
  authorize(viewer, 'incident:approve')
  return inTransaction(async (tx) => {
    const before = await decidedBefore(tx, viewer, seen, ['approved', 'retracted'], comment)
    if (before) return before
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
    const before = await decidedBefore(tx, viewer, seen, ['returned'], comment)
    if (before) return before
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
 * Only whoever gave the approval may: to the others what counts is open to a correction or a retraction, which is reviewed.
 * @throws DeskError FORBIDDEN, also for somebody else's approval; NOT_FOUND, CONFLICT as `approveIncident`; INVALID when the
 * latest revision is no approval.
 */
export async function undoApproval(viewer: Viewer, { reason, ...seen }: UndoApprovalInput): Promise<Written> {
  authorize(viewer, 'incident:approve')
  return inTransaction(async (tx) => {
    const before = await decidedBefore(tx, viewer, seen, ['reopened'], reason)
    if (before) return before
    const locked = await lockSeen(tx, viewer, seen)
    const approval = await approvalOf(tx, locked)
    if (!approval) throw new DeskError('INVALID', 'The latest revision is not an approval.')
    if (approval.byId !== viewer.accountId) throw new DeskError('FORBIDDEN', NOT_YOURS)
    return append(tx, viewer, locked, { state: reopened(locked.head, approval.before), action: 'reopened', reason })
  })
}

const NOT_YOURS =
  'Somebody else approved this, so only they can take the approval back. Propose a correction or a retraction instead.'

/** Who gave the approval by review that the latest revision is, and what was in force before; null where it is none. */
async function approvalOf(
  tx: Transaction,
  { row }: LockedIncident,
): Promise<{ byId: string | null; before: number | null } | null> {
  const [last, before] = await tx.incidentRevision.findMany({
    where: { dyadId: row.dyadId, incidentId: row.id },
    orderBy: { revision: 'desc' },
    take: 2,
  })
  const byReview = last.action === 'approved' || (last.action === 'retracted' && last.inForce === last.revision)
  return byReview && before ? { byId: last.byId, before: before.inForce } : null
}
