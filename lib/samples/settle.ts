import type { Transaction } from '@/lib/db/transaction'
import type { IncidentState } from '@/lib/incidents/state'
import type { RevisionAction } from '@/lib/incidents/views'

interface Decided {
  dyadId: string
  id: string
  state: IncidentState
  action: RevisionAction
}

/**
 * Keeps a sample's unit in line with a revision that resolves it: resolved from the moment the resolution counts, unresolved again
 * when its approval is taken back. Nothing for revisions that resolve no unit.
 */
export async function settleUnit(
  tx: Transaction,
  { dyadId, id, state, action }: Decided,
  { revision, at, byId }: { revision: number; at: Date; byId: string | null },
): Promise<void> {
  const decides = action === 'adjudicated' || action === 'approved' || action === 'reopened'
  if (state.sampleId === undefined || !decides) return
  const counts = state.status === 'approved'
  await tx.codingUnit.updateMany({
    where: { sampleId: state.sampleId, dyadId, incidentId: id },
    data: {
      adjudicatedRevision: counts ? revision : null,
      adjudicatedAt: counts ? at : null,
      adjudicatedById: counts ? byId : null,
    },
  })
}
