import { createHash } from 'node:crypto'
import { todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { methodInUse } from '@/lib/method/store'
import { lockDyad } from './dyad-lock'
import { rebuildSeries } from './series-rebuild'
import { horizonOf } from './series-store'

/** SHA-256 over every stored week and day of a dyad from one week to another: equal when every bit is. */
async function fingerprint(tx: Transaction, dyadId: string, from: number, to: number): Promise<string> {
  const where = { dyadId, weekStart: { gte: from, lte: to } }
  const weeks = await tx.dyadWeek.findMany({ where, orderBy: { weekStart: 'asc' } })
  const days = await tx.dyadWeekDays.findMany({ where, orderBy: { weekStart: 'asc' } })
  const hash = createHash('sha256').update(JSON.stringify(weeks))
  for (const row of days) hash.update(row.cells)
  return hash.digest('hex')
}

/**
 * Makes the stored series of every dyad anew from the record, each in its own transaction, and tells which were not what the
 * record says: none, unless somebody wrote to the cache by hand.
 */
export async function rebuildAll(): Promise<{ dyads: number; different: string[] }> {
  const prisma = await database()
  const dyads = await prisma.dyad.findMany({
    where: { methodId: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const different: string[] = []
  for (const { id } of dyads) {
    const same = await inTransaction(async (tx) => {
      const dyad = await lockDyad(tx, id, { create: false })
      if (!dyad) return true
      const stored = [dyad.seriesFrom ?? 0, dyad.seriesTo ?? 0] as const
      const before = await fingerprint(tx, id, ...stored)
      await rebuildSeries(tx, dyad, await methodInUse(tx), horizonOf(todayUtc()))
      return before === (await fingerprint(tx, id, ...stored))
    })
    if (!same) different.push(id)
  }
  return { dyads: dyads.length, different }
}
