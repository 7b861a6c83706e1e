import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { dyadIdOf } from '@/lib/core/dyad'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { type LockedDyad, lockDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import { methodInUse } from '@/lib/method/store'
import { conflictOf } from './conflict'
import { writeIncident } from './record'
import type { CreateInput, EditInput, IncidentInput, RetractInput, Status } from './schema'
import { canonicalJson, type IncidentState, isIncidentState } from './state'

/** Where a write left an incident. */
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

/**
 * Logs an incident. Submitting approves it at once, until review is there. The same `requestId` again returns what the first
 * call wrote. Costs O(days since the incident), whatever the log holds.
 * @throws DeskError FORBIDDEN; INVALID when it answers an incident that is not there.
 */
export async function createIncident(viewer: Viewer, { incident, requestId, submit }: CreateInput): Promise<Written> {
  authorize(viewer, 'incident:create')
  if (submit) authorize(viewer, 'incident:submit')
  const state: IncidentState = { status: submit ? 'approved' : 'draft', input: incident }
  return inTransaction(async (tx) => {
    const dyad = await lockNew(tx, dyadOf(incident))
    const again =
      requestId && (await tx.incident.findUnique({ where: { dyadId_requestId: { dyadId: dyad.id, requestId } } }))
    if (again) return { dyadId: dyad.id, id: again.id, revision: again.revision, status: again.status as Status }
    await tx.dyad.update({ where: { id: dyad.id }, data: { nextNumber: { increment: 1 } } })
    const id = `${dyad.id}-${dyad.nextNumber}`
    return insert(tx, viewer, dyad, { id, state, requestId: requestId ?? null, action: 'created', reason: '' })
  })
}

/**
 * Writes an incident of a coded case under its own id, as approved; nothing where that id is taken already.
 * @throws DeskError FORBIDDEN; INVALID when it answers an incident that is not there.
 */
export async function importIncident(
  viewer: Viewer,
  id: string,
  state: IncidentState,
  reason: string,
): Promise<Written | null> {
  authorize(viewer, 'incident:create')
  if (state.status === 'approved') authorize(viewer, 'incident:submit')
  return inTransaction(async (tx) => {
    const dyad = await lockNew(tx, dyadOf(state.input))
    if (await tx.incident.findUnique({ where: { dyadId_id: { dyadId: dyad.id, id } }, select: { id: true } }))
      return null
    return insert(tx, viewer, dyad, { id, state, requestId: null, action: 'imported', reason })
  })
}

/**
 * Changes an incident by a new revision. An approved one stays approved, so its correction must be submitted.
 * @throws DeskError FORBIDDEN, NOT_FOUND, CONFLICT (detail: `ConflictDetail`) when somebody wrote since `baseRevision`,
 * INVALID when the change cannot be.
 */
export async function editIncident(viewer: Viewer, edit: EditInput): Promise<Written> {
  authorize(viewer, 'incident:edit')
  if (edit.submit) authorize(viewer, 'incident:submit')
  return inTransaction(async (tx) => {
    const { dyad, row } = await lockExisting(tx, edit)
    if (dyadOf(edit.incident) !== edit.dyadId) {
      const message = `This incident belongs to ${edit.dyadId}. Retract it and log it anew for another pair.`
      throw new DeskError('INVALID', message, { target: [message] })
    }
    if (row.status === 'approved' && !edit.submit) {
      throw new DeskError(
        'INVALID',
        'An approved incident cannot go back to draft: submit the correction, or retract it.',
      )
    }
    const state: IncidentState = { status: edit.submit ? 'approved' : 'draft', input: edit.incident }
    const current = await tx.incidentRevision.findUniqueOrThrow({ where: revisionKey(edit, row.revision) })
    if (canonicalJson(current.state) === canonicalJson(state)) return written(edit, row.revision, state.status)
    await refuseLooseAnswer(tx, edit.dyadId, edit.id, edit.incident)
    const action = row.status === 'draft' && edit.submit ? 'submitted' : 'edited'
    const common = { method: await methodInUse(tx), today: todayUtc(), now: new Date(), requestId: null }
    const change = { dyad, id: edit.id, state, action, reason: edit.reason, before: row } as const
    return written(edit, await writeIncident(tx, viewer, { ...change, ...common }), state.status)
  })
}

/**
 * Retracts an incident: it stays visible and adds nothing from its first day on.
 * @throws DeskError FORBIDDEN, NOT_FOUND, CONFLICT as `editIncident`; INVALID when it is retracted already.
 */
export async function retractIncident(viewer: Viewer, retract: RetractInput): Promise<Written> {
  authorize(viewer, 'incident:retract')
  return inTransaction(async (tx) => {
    const { dyad, row } = await lockExisting(tx, retract)
    const current = await tx.incidentRevision.findUniqueOrThrow({ where: revisionKey(retract, row.revision) })
    if (!isIncidentState(current.state)) throw new Error(`revision ${row.revision} of ${row.id} holds no incident`)
    const state: IncidentState = { status: 'retracted', input: current.state.input }
    const common = { method: await methodInUse(tx), today: todayUtc(), now: new Date(), requestId: null }
    const change = { dyad, id: retract.id, state, action: 'retracted', reason: retract.reason, before: row } as const
    return written(retract, await writeIncident(tx, viewer, { ...change, ...common }), state.status)
  })
}

const written = ({ dyadId, id }: { dyadId: string; id: string }, revision: number, status: Status): Written => ({
  dyadId,
  id,
  revision,
  status,
})

const revisionKey = ({ dyadId, id }: { dyadId: string; id: string }, revision: number) => ({
  dyadId_incidentId_revision: { dyadId, incidentId: id, revision },
})

async function lockNew(tx: Transaction, dyadId: string): Promise<LockedDyad> {
  const dyad = await lockDyad(tx, dyadId, { create: true })
  if (!dyad) throw new Error(`dyad ${dyadId} vanished while it was made`)
  return dyad
}

/** Locks the dyad, then reads the incident: what is read stays true until the transaction ends. */
async function lockExisting(
  tx: Transaction,
  { dyadId, id, baseRevision }: { dyadId: string; id: string; baseRevision: number },
) {
  const dyad = await lockDyad(tx, dyadId, { create: false })
  const row = dyad && (await tx.incident.findUnique({ where: { dyadId_id: { dyadId, id } } }))
  if (!dyad || !row) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  if (row.revision !== baseRevision) throw await conflictOf(tx, { dyadId, id, baseRevision }, row.revision)
  if (row.status === 'retracted')
    throw new DeskError('INVALID', 'This incident is retracted; it can no longer be changed.')
  return { dyad, row }
}

async function insert(
  tx: Transaction,
  viewer: Viewer,
  dyad: LockedDyad,
  write: { id: string; state: IncidentState; requestId: string | null; action: 'created' | 'imported'; reason: string },
): Promise<Written> {
  await refuseLooseAnswer(tx, dyad.id, write.id, write.state.input)
  const common = { method: await methodInUse(tx), today: todayUtc(), now: new Date(), before: null }
  const revision = await writeIncident(tx, viewer, { ...write, ...common, dyad })
  return { dyadId: dyad.id, id: write.id, revision, status: write.state.status }
}

async function refuseLooseAnswer(tx: Transaction, dyadId: string, id: string, input: IncidentInput): Promise<void> {
  if (!input.respondsTo) return
  const where = { dyadId_id: { dyadId, id: input.respondsTo } }
  const known = input.respondsTo !== id && (await tx.incident.findUnique({ where, select: { id: true } }))
  if (known) return
  const message =
    input.respondsTo === id
      ? 'An incident cannot answer itself'
      : `There is no incident ${input.respondsTo} in ${dyadId}`
  throw new DeskError('INVALID', message, { respondsTo: [message] })
}
