import type { Viewer } from '@/lib/auth/viewer'
import type { Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from './names'
import { stateOf } from './state'
import { REVISION_VERBS } from './verbs'
import type { ConflictDetail, RevisionAction } from './views'

/**
 * The error for a stale edit: it carries the version the editor started from and the one that is there now, so that nobody's
 * words are lost. A base that never existed is the caller's fault and answered as INVALID.
 */
export async function conflictOf(
  tx: Transaction,
  viewer: Viewer,
  stale: { dyadId: string; id: string; baseRevision: number },
  currentRevision: number,
): Promise<DeskError> {
  const revisions = await tx.incidentRevision.findMany({
    where: { dyadId: stale.dyadId, incidentId: stale.id, revision: { in: [stale.baseRevision, currentRevision] } },
  })
  const base = revisions.find((entry) => entry.revision === stale.baseRevision)
  const theirs = revisions.find((entry) => entry.revision === currentRevision)
  if (!base || !theirs) return new DeskError('INVALID', `This incident has no revision ${stale.baseRevision}.`)
  const names = await namesOf(tx, [theirs.byId])
  const by = nameOf(names, theirs.byId)
  const state = stateOf(theirs)
  const detail: ConflictDetail = {
    base: stateOf(base).input,
    theirs: {
      revision: theirs.revision,
      by,
      own: theirs.byId === viewer.accountId,
      at: theirs.at.toISOString(),
      action: theirs.action as RevisionAction,
      reason: theirs.reason,
      status: state.status,
      retracts: state.proposal === 'retraction' || state.status === 'retracted',
      input: state.input,
    },
  }
  return new DeskError(
    'CONFLICT',
    `${by} ${REVISION_VERBS[detail.theirs.action]} this incident meanwhile.`,
    undefined,
    detail,
  )
}
