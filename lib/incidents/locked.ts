import type { Viewer } from '@/lib/auth/viewer'
import type { Transaction } from '@/lib/db/transaction'
import { type LockedDyad, lockDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import { refuseWhileOwed } from '@/lib/samples/blind'
import { conflictOf } from './conflict'
import type { StoredIncidentRow } from './record'
import type { IncidentInput } from './schema'
import { type IncidentState, stateOf } from './state'

/** An incident that a command works on, and the revision that its caller saw last. */
export interface Seen {
  dyadId: string
  id: string
  baseRevision: number
}

/** An incident under its dyad's lock: what is read stays true until the transaction ends. `head` is its latest state. */
export interface LockedIncident {
  dyad: LockedDyad
  row: StoredIncidentRow
  head: IncidentState
}

/** Locks a dyad, which is made where nobody followed it. */
export async function lockNew(tx: Transaction, dyadId: string): Promise<LockedDyad> {
  const dyad = await lockDyad(tx, dyadId, { create: true })
  if (!dyad) throw new Error(`dyad ${dyadId} vanished while it was made`)
  return dyad
}

/**
 * Locks an incident's dyad, then reads the incident for somebody who wants to write to it.
 * @throws DeskError NOT_FOUND; FORBIDDEN while they owe a coding of it; CONFLICT (detail: `ConflictDetail`) when somebody wrote since `baseRevision`.
 */
export async function lockSeen(tx: Transaction, viewer: Viewer, seen: Seen): Promise<LockedIncident> {
  return headOf(tx, viewer, await lockFound(tx, viewer, seen), seen.baseRevision)
}

/** The same, with its base not looked at yet. */
export type FoundIncident = Omit<LockedIncident, 'head'>

/** Locks an incident's dyad and reads the incident, whoever wrote to it since. @throws DeskError as `lockSeen`, but no CONFLICT. */
export async function lockFound(
  tx: Transaction,
  viewer: Viewer,
  seen: Pick<Seen, 'dyadId' | 'id'>,
): Promise<FoundIncident> {
  const { dyadId, id } = seen
  const dyad = await lockDyad(tx, dyadId, { create: false })
  const row = dyad && (await tx.incident.findUnique({ where: { dyadId_id: { dyadId, id } } }))
  if (!dyad || !row) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  await refuseWhileOwed(tx, viewer, seen)
  return { dyad, row }
}

/** What was found, with its latest state. @throws DeskError CONFLICT as `lockSeen`. */
export async function headOf(
  tx: Transaction,
  viewer: Viewer,
  { dyad, row }: FoundIncident,
  baseRevision: number,
): Promise<LockedIncident> {
  const { dyadId, id } = row
  if (row.revision !== baseRevision) throw await conflictOf(tx, viewer, { dyadId, id, baseRevision }, row.revision)
  return { dyad, row, head: await stateAt(tx, row, row.revision) }
}

/** The state that one revision of an incident keeps. */
export async function stateAt(
  tx: Transaction,
  { dyadId, id }: { dyadId: string; id: string },
  revision: number,
): Promise<IncidentState> {
  const key = { dyadId_incidentId_revision: { dyadId, incidentId: id, revision } }
  return stateOf(await tx.incidentRevision.findUniqueOrThrow({ where: key }))
}

/** @throws DeskError INVALID when an incident answers itself or one that is not there. */
export async function refuseLooseAnswer(
  tx: Transaction,
  dyadId: string,
  id: string,
  input: IncidentInput,
): Promise<void> {
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
