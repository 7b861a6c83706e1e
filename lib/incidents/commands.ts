import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { canonicalJson } from '@/lib/core/canonical-json'
import { dyadIdOf } from '@/lib/core/dyad'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import type { LockedDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import { methodInUse } from '@/lib/method/store'
import { refuseDrop, tellDropped } from './drop'
import { headOf, type LockedIncident, lockFound, lockNew, lockSeen, refuseLooseAnswer, stateAt } from './locked'
import { type RecordWrite, writeIncidents } from './record'
import { savedBefore } from './saved-before'
import type { CreateInput, EditInput, IncidentInput, RestoreInput, RetractInput, Status, WithdrawInput } from './schema'
import type { IncidentState } from './state'

/** Where a write left an incident: its latest revision and that one's status. */
export interface Written {
  dyadId: string
  id: string
  revision: number
  status: Status
}

/** The dyad that an input belongs to: that of actor and target, or the one that a context entry names. */
export function dyadOf(input: IncidentInput): string {
  return input.kind === 'context' ? input.dyadId : dyadIdOf(input.actor, input.target)
}

/** A state that somebody proposes: on its way to review, or kept as a draft. */
const proposed = (input: IncidentInput, submit: boolean): IncidentState => ({
  status: submit ? 'in_review' : 'draft',
  input,
})

/**
 * Logs an incident: as a draft, or submitted for review. It counts once it is approved. The same `requestId` again returns
 * what the first call wrote.
 * @throws DeskError FORBIDDEN; INVALID when it answers an incident that is not there.
 */
export async function createIncident(viewer: Viewer, { incident, requestId, submit }: CreateInput): Promise<Written> {
  authorize(viewer, 'incident:create')
  if (submit) authorize(viewer, 'incident:submit')
  const state = proposed(incident, submit)
  return inTransaction(async (tx) => {
    const dyad = await lockNew(tx, dyadOf(incident))
    const again =
      requestId && (await tx.incident.findUnique({ where: { dyadId_requestId: { dyadId: dyad.id, requestId } } }))
    if (again) return { dyadId: dyad.id, id: again.id, revision: again.revision, status: again.headStatus as Status }
    await tx.dyad.update({ where: { id: dyad.id }, data: { nextNumber: { increment: 1 } } })
    const id = `${dyad.id}-${dyad.nextNumber}`
    return insert(tx, viewer, dyad, { id, state, requestId: requestId ?? null, action: 'created', reason: '' })
  })
}

/**
 * Writes an incident of a coded case or a list under its own id; nothing where that id is taken already. As approved only by
 * those who may approve: it then counts at once.
 * @throws DeskError FORBIDDEN; INVALID when it answers an incident that is not there.
 */
export async function importIncident(
  viewer: Viewer,
  id: string,
  state: IncidentState,
  reason: string,
): Promise<Written | null> {
  authorize(viewer, 'incident:create')
  if (state.status === 'in_review') authorize(viewer, 'incident:submit')
  if (state.status === 'approved') authorize(viewer, 'incident:approve')
  return inTransaction(async (tx) => {
    const dyad = await lockNew(tx, dyadOf(state.input))
    if (await tx.incident.findUnique({ where: { dyadId_id: { dyadId: dyad.id, id } }, select: { id: true } }))
      return null
    return insert(tx, viewer, dyad, { id, state, action: 'imported', reason })
  })
}

/**
 * Changes an incident by a new revision. What is in force goes on to count until the change is approved. Saying what is said
 * already writes nothing, also where the viewer saved it to `baseRevision` before: the answer to that was lost.
 * @throws DeskError FORBIDDEN, also to take the work of others out of the queue; NOT_FOUND, CONFLICT (detail: `ConflictDetail`) when somebody wrote since `baseRevision`,
 * INVALID when the change cannot be, or when there is a reason and nothing to give it for.
 */
export async function editIncident(viewer: Viewer, edit: EditInput): Promise<Written> {
  authorize(viewer, 'incident:edit')
  if (edit.submit) authorize(viewer, 'incident:submit')
  return inTransaction(async (tx) => {
    const found = await lockFound(tx, viewer, edit)
    const saved = await savedBefore(tx, viewer, edit, found.row.revision)
    if (saved?.isDone) return written(edit, saved.revision, saved.status)
    const seen = await headOf(tx, viewer, found, saved?.revision ?? edit.baseRevision)
    if (dyadOf(edit.incident) !== edit.dyadId) {
      const message = `This incident belongs to ${edit.dyadId}. Retract it and log it anew for another pair.`
      throw new DeskError('INVALID', message, { target: [message] })
    }
    if (seen.head.status === 'retracted')
      throw new DeskError('INVALID', 'This incident is retracted. Restore one of its revisions first.')
    const state = proposed(edit.incident, edit.submit)
    const same = canonicalJson(seen.head.input) === canonicalJson(edit.incident) && !seen.head.proposal
    const moves = edit.submit ? seen.head.status !== 'in_review' : seen.head.status === 'in_review'
    if (same && (!moves || seen.head.status === 'approved')) {
      if (edit.reason) throw nothingChanged()
      return written(edit, seen.row.revision, seen.head.status)
    }
    await refuseLooseAnswer(tx, edit.dyadId, edit.id, edit.incident)
    const unqueues = seen.head.status === 'in_review' && !edit.submit
    if (unqueues) refuseDrop(viewer, seen.row)
    const action = same && edit.submit ? 'submitted' : 'edited'
    const after = await append(tx, viewer, seen, { state, action, reason: edit.reason })
    if (unqueues) await tellDropped(tx, viewer, seen.row, edit.reason)
    return after
  })
}

/**
 * Proposes to retract an incident; approved, it stays visible and adds nothing from its first day on. One that was never
 * approved is retracted at once, by those who wrote it or a reviewer.
 * @throws DeskError FORBIDDEN, NOT_FOUND, CONFLICT as `editIncident`; INVALID when it is retracted already.
 */
export async function retractIncident(viewer: Viewer, retract: RetractInput): Promise<Written> {
  authorize(viewer, 'incident:retract')
  return inTransaction(async (tx) => {
    const seen = await lockSeen(tx, viewer, retract)
    const { row, head } = seen
    if (row.status === 'retracted' || head.status === 'retracted')
      throw new DeskError('INVALID', 'This incident is retracted already.')
    if (row.inForce === null) {
      refuseDrop(viewer, row)
      const state: IncidentState = { status: 'retracted', input: head.input, inForce: null }
      const after = await append(tx, viewer, seen, { state, action: 'retracted', reason: retract.reason })
      await tellDropped(tx, viewer, row, retract.reason)
      return after
    }
    const { input } = await stateAt(tx, retract, row.inForce)
    const state: IncidentState = { status: 'in_review', input, proposal: 'retraction' }
    return append(tx, viewer, seen, { state, action: 'retraction-proposed', reason: retract.reason })
  })
}

/**
 * Drops what is proposed beyond the state in force: a new revision says again what counts. A new incident is retracted instead.
 * @throws DeskError FORBIDDEN, NOT_FOUND, CONFLICT as `editIncident`; INVALID when nothing is proposed, or nothing is in force.
 */
export async function withdrawProposal(viewer: Viewer, withdraw: WithdrawInput): Promise<Written> {
  authorize(viewer, 'incident:edit')
  return inTransaction(async (tx) => {
    const seen = await lockSeen(tx, viewer, withdraw)
    const { inForce, proposal } = seen.row
    if (inForce === null || proposal === null)
      throw new DeskError('INVALID', 'There is no correction or retraction here to withdraw.')
    refuseDrop(viewer, seen.row)
    const { selfApproved: _, inForce: __, ...state } = await stateAt(tx, withdraw, inForce)
    const kept = seen.row.selfApproved ? { ...state, selfApproved: true as const } : state
    const after = await append(tx, viewer, seen, { state: kept, action: 'withdrawn', reason: withdraw.reason })
    await tellDropped(tx, viewer, seen.row, withdraw.reason)
    return after
  })
}

/**
 * Proposes what an older revision said: a new revision, in review. Also the way back from a retraction.
 * @throws DeskError FORBIDDEN, NOT_FOUND, CONFLICT as `editIncident`; INVALID for a revision that is not there, or that says
 * what is in force already.
 */
export async function restoreRevision(viewer: Viewer, restore: RestoreInput): Promise<Written> {
  authorize(viewer, 'incident:edit')
  authorize(viewer, 'incident:submit')
  return inTransaction(async (tx) => {
    const seen = await lockSeen(tx, viewer, restore)
    if (restore.revision < 1 || restore.revision > seen.row.revision)
      throw new DeskError('INVALID', `This incident has no revision ${restore.revision}.`)
    const { input } = await stateAt(tx, restore, restore.revision)
    const same = canonicalJson(input) === canonicalJson(seen.head.input)
    if (same && seen.head.status !== 'retracted' && !seen.head.proposal)
      throw new DeskError('INVALID', 'The latest revision says the same already.')
    await refuseLooseAnswer(tx, restore.dyadId, restore.id, input)
    const reason = `Revision ${restore.revision} again: ${restore.reason}`
    return append(tx, viewer, seen, { state: proposed(input, true), action: 'restored', reason })
  })
}

function nothingChanged(): DeskError {
  const message = 'Nothing else changed, so nothing was saved. A reason is kept with a change.'
  return new DeskError('INVALID', message, { reason: [message] })
}

const written = ({ dyadId, id }: { dyadId: string; id: string }, revision: number, status: Status): Written => ({
  dyadId,
  id,
  revision,
  status,
})

/** Appends one revision to a locked incident. */
async function append(
  tx: Transaction,
  viewer: Viewer,
  { dyad, row }: LockedIncident,
  write: Pick<RecordWrite, 'state' | 'action' | 'reason'>,
): Promise<Written> {
  const context = { method: await methodInUse(tx), today: todayUtc() }
  const [revision] = await writeIncidents(tx, viewer, dyad, [{ ...write, id: row.id, before: row }], context)
  return written(row, revision, write.state.status)
}

async function insert(
  tx: Transaction,
  viewer: Viewer,
  dyad: LockedDyad,
  write: Omit<RecordWrite, 'before'>,
): Promise<Written> {
  await refuseLooseAnswer(tx, dyad.id, write.id, write.state.input)
  const context = { method: await methodInUse(tx), today: todayUtc() }
  const [revision] = await writeIncidents(tx, viewer, dyad, [{ ...write, before: null }], context)
  return written({ dyadId: dyad.id, id: write.id }, revision, write.state.status)
}
