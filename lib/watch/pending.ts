import { now } from '@/lib/clock'
import { tell } from '@/lib/db/channel'
import type { Transaction } from '@/lib/db/transaction'

/**
 * Notes that a dyad's rules have to be looked at, in the transaction of what changed it: the note is there exactly when the
 * change is, and stays until the work is done. `incidentIds` are those of which another state is in force now. One row.
 */
export async function enqueueWatch(tx: Transaction, dyadId: string, incidentIds: string[]): Promise<void> {
  const at = now()
  await tx.watchPending.create({ data: { dyadId, at, dueAt: at, incidentIds } })
  await tell(tx, 'watch_work')
}
