import { now } from '@/lib/clock'
import { codesOf } from '@/lib/core/dyad'
import type { Transaction } from '@/lib/db/transaction'

/** A dyad whose row this transaction holds: nobody else writes to its incidents or series until it ends. */
export interface LockedDyad {
  id: string
  nextNumber: number
  seriesFrom: number | null
  seriesTo: number | null
  methodId: string | null
  lastWriteAt: Date | null
  /** Instant of this transaction's own latest write to its record; null before there is one. */
  writtenAt: Date | null
}

/** Locks a dyad's row for the rest of the transaction. `create` makes the dyad where there is none; else null is returned. */
export async function lockDyad(
  tx: Transaction,
  id: string,
  { create }: { create: boolean },
): Promise<LockedDyad | null> {
  if (create) {
    const [first, second] = codesOf(id)
    await tx.$executeRaw`INSERT INTO dyad (id, first, second) VALUES (${id}, ${first}, ${second}) ON CONFLICT DO NOTHING`
  }
  const rows = await tx.$queryRaw<LockedDyad[]>`
    SELECT id, next_number AS "nextNumber", series_from AS "seriesFrom", series_to AS "seriesTo", method_id AS "methodId",
      last_write_at AS "lastWriteAt", NULL::timestamptz AS "writtenAt"
    FROM dyad WHERE id = ${id} FOR UPDATE`
  return rows[0] ?? null
}

/**
 * The instant of a write to a locked dyad's record: now, but later than every write before it, also where another process's
 * clock runs ahead. So “as known at” a moment has one answer, and a seal of the dyad is never written behind.
 */
export async function instantOfWrite(tx: Transaction, dyad: LockedDyad): Promise<Date> {
  const at = new Date(Math.max(now().getTime(), (dyad.lastWriteAt?.getTime() ?? 0) + 1))
  await tx.dyad.update({ where: { id: dyad.id }, data: { lastWriteAt: at } })
  Object.assign(dyad, { lastWriteAt: at, writtenAt: at })
  return at
}
