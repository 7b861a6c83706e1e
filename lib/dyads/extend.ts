import { todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { methodInUse } from '@/lib/method/store'
import { lockDyad } from './dyad-lock'
import { rebuildSeries } from './series-rebuild'
import { horizonOf } from './series-store'

/** A series that reaches less than this many weeks past today is made longer at the next chance. */
const WEEKS_LEFT = 8

/**
 * Makes the stored series longer where few weeks are left of it, or where another method made it; dyad by dyad, each in
 * its own transaction. Runs at each start and twice a day. Returns the dyads it touched.
 */
export async function extendDyads(): Promise<string[]> {
  const prisma = await database()
  const method = await methodInUse(prisma)
  const today = todayUtc()
  const short = await prisma.dyad.findMany({
    where: {
      methodId: { not: null },
      OR: [{ seriesTo: { lt: weekStartOf(today) + 7 * WEEKS_LEFT } }, { methodId: { not: method.id } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of short) {
    await inTransaction(async (tx) => {
      const dyad = await lockDyad(tx, id, { create: false })
      // Read behind the lock: a version published while it was waited for counts already.
      if (dyad) await rebuildSeries(tx, dyad, await methodInUse(tx), horizonOf(today))
    })
  }
  return short.map((dyad) => dyad.id)
}
