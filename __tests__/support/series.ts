import { todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { rebuildSeries } from '@/lib/dyads/series-rebuild'
import { horizonOf } from '@/lib/dyads/series-store'
import { methodInUse } from '@/lib/method/store'

/** A dyad's stored series with every bit of it, for comparison. */
export async function storedSeries(dyadId: string) {
  const prisma = await database()
  const order = { orderBy: { weekStart: 'asc' as const } }
  const weeks = await prisma.dyadWeek.findMany({ where: { dyadId }, ...order })
  const days = await prisma.dyadWeekDays.findMany({ where: { dyadId }, ...order })
  return { weeks, days: days.map((row) => ({ ...row, cells: Buffer.from(row.cells).toString('hex') })) }
}

/** Makes a dyad's series anew from its record; nothing where there is no such dyad. */
export async function rebuildDyad(dyadId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const dyad = await lockDyad(tx, dyadId, { create: false })
    if (dyad) await rebuildSeries(tx, dyad, await methodInUse(tx), horizonOf(todayUtc()))
  })
}
