import type { Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { isIncidentState } from '@/lib/incidents/state'
import { nameOf, namesOf } from './names'
import type { ConflictDetail } from './views'

/**
 * The error for a stale edit: it carries the version the editor started from and the one that is there now, so that nobody's
 * words are lost. A base that never existed is the caller's fault and answered as INVALID.
 */
export async function conflictOf(
  tx: Transaction,
  stale: { dyadId: string; id: string; baseRevision: number },
  currentRevision: number,
): Promise<DeskError> {
  const revisions = await tx.incidentRevision.findMany({
    where: { dyadId: stale.dyadId, incidentId: stale.id, revision: { in: [stale.baseRevision, currentRevision] } },
  })
  const base = revisions.find((entry) => entry.revision === stale.baseRevision)
  const theirs = revisions.find((entry) => entry.revision === currentRevision)
  if (!base || !theirs) return new DeskError('INVALID', `This incident has no revision ${stale.baseRevision}.`)
  if (!isIncidentState(base.state) || !isIncidentState(theirs.state)) throw new Error('a revision holds no incident')
  const names = await namesOf(tx, [theirs.byId])
  const by = nameOf(names, theirs.byId)
  const detail: ConflictDetail = {
    base: base.state.input,
    theirs: {
      revision: theirs.revision,
      by,
      at: theirs.at.toISOString(),
      status: theirs.state.status,
      input: theirs.state.input,
    },
  }
  return new DeskError('CONFLICT', `${by} changed this incident while you were editing it.`, undefined, detail)
}
