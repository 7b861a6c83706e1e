import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { notify } from '@/lib/inbox/notify'
import type { StoredIncidentRow } from './record'

type Proposed = Pick<StoredIncidentRow, 'authors'>

/** Whether a viewer may take back what is proposed, or out of the queue: those who wrote it, and reviewers. */
export const mayDrop = (viewer: Viewer, { authors }: Proposed): boolean =>
  may(viewer, 'incident:approve') || (viewer.accountId !== null && authors.includes(viewer.accountId))

/** @throws DeskError FORBIDDEN by `mayDrop`. */
export function refuseDrop(viewer: Viewer, row: Proposed): void {
  if (!mayDrop(viewer, row)) throw new DeskError('FORBIDDEN', 'Those who proposed it, or a reviewer, can take it back.')
}

/** Tells the authors of what was taken back, in the transaction that did so; whoever did it knows. */
export async function tellDropped(
  tx: Transaction,
  viewer: Viewer,
  { dyadId, id, authors, title }: Pick<StoredIncidentRow, 'dyadId' | 'id' | 'authors' | 'title'>,
  reason: string,
): Promise<void> {
  await notify(tx, viewer, authors, { kind: 'dropped', dyadId, incidentId: id, detail: { comment: reason, title } })
}
