import { now, todayUtc } from '@/lib/clock'
import { tell, tellIds } from '@/lib/db/channel'
import { inTransaction, type Transaction } from '@/lib/db/transaction'

/**
 * What time brings about: once a UTC day every dyad is put among the pending, so that weeks that are over, silences and what
 * waits too long are looked at, however long no process ran; and snoozed alerts come back. Safe in several processes and
 * cheap to repeat. Returns whether this call began the day.
 */
export async function sweep(): Promise<boolean> {
  return inTransaction(async (tx) => {
    await wakeSnoozed(tx)
    const [day, at] = [todayUtc(), now()]
    const { count } = await tx.watchSweep.createMany({ data: [{ day, at }], skipDuplicates: true })
    if (count === 0) return false
    // Also where no rule is on yet: the notes are gone at the next look, and none is missed that is switched on meanwhile.
    await tx.$executeRaw`
      INSERT INTO watch_pending (dyad_id, at, due_at, incident_ids)
      SELECT id, ${at}::timestamptz, ${at}::timestamptz, '{}' FROM dyad ORDER BY id`
    await tell(tx, 'watch_work')
    return true
  })
}

/** Alerts whose day has come are not read again. */
async function wakeSnoozed(tx: Transaction): Promise<void> {
  const woken = await tx.$queryRaw<{ accountId: string }[]>`
    UPDATE inbox_item SET snoozed_until = NULL, read_at = NULL
    WHERE snoozed_until <= ${todayUtc()} AND acknowledged_at IS NULL RETURNING account_id::text AS "accountId"`
  await tellIds(
    tx,
    'inbox_news',
    woken.map(({ accountId }) => accountId),
  )
}
