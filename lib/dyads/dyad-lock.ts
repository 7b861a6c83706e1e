import { codesOf } from '@/lib/core/dyad'
import type { Transaction } from '@/lib/db/transaction'

/** A dyad whose row this transaction holds: nobody else writes to its incidents or series until it ends. */
export interface LockedDyad {
  id: string
  nextNumber: number
  seriesFrom: number | null
  seriesTo: number | null
  methodId: string | null
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
    SELECT id, next_number AS "nextNumber", series_from AS "seriesFrom", series_to AS "seriesTo", method_id AS "methodId"
    FROM dyad WHERE id = ${id} FOR UPDATE`
  return rows[0] ?? null
}
