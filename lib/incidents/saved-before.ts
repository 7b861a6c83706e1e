import { saysSame } from '@/lib/again'
import type { Viewer } from '@/lib/auth/viewer'
import type { Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { stateAt } from './locked'
import type { EditInput, Status } from './schema'
import { stateOf } from './state'
import type { RevisionAction } from './views'

/** What an edit does. */
const SAVES: ReadonlySet<string> = new Set<RevisionAction>(['edited', 'submitted'])

/** Where an edit left an incident. */
interface SavedBefore {
  revision: number
  status: Status
  /** Nothing is left to do: it is not to be submitted now, or was. Submitted, it does not go back to being a draft. */
  isDone: boolean
}

/**
 * Where the same edit by the same person left the incident before, from the revision that it started from; null where it wrote nothing,
 * or something else was written since than its approval.
 * @throws DeskError INVALID where only the reason is another one: that of a revision stays.
 */
export async function savedBefore(
  tx: Transaction,
  viewer: Viewer,
  edit: EditInput,
  latest: number,
): Promise<SavedBefore | null> {
  const { dyadId, id, baseRevision, incident, reason } = edit
  const key = { dyadId, incidentId: id, revision: baseRevision + 1 }
  const next = await tx.incidentRevision.findUnique({ where: { dyadId_incidentId_revision: key } })
  if (!next || !SAVES.has(next.action) || next.byId !== viewer.accountId) return null
  const head = latest === next.revision ? stateOf(next) : await stateAt(tx, edit, latest)
  const stands = saysSame(head.input, incident) && saysSame(stateOf(next).input, incident)
  if (!stands || (latest !== next.revision && head.status !== 'approved')) return null
  const isDone = head.status !== 'draft' || !edit.submit
  if (isDone && next.reason !== reason) throw savedWith(next.reason)
  return { revision: latest, status: head.status, isDone }
}

function savedWith(reason: string): DeskError {
  const how = reason === '' ? 'without a reason' : `with the reason “${reason}”`
  const message = `You saved this change already, ${how}, which stays.`
  return new DeskError('INVALID', message, { reason: [message] })
}
