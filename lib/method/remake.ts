import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { inTransaction, type Reader } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { rebuildSeries } from '@/lib/dyads/series-rebuild'
import { horizonOf } from '@/lib/dyads/series-store'
import { methodInUse } from './store'
import type { RemakeProgress } from './views'

/** Dyads that one step makes anew: few, so that the page that asks can show how far it is. */
export const DYADS_A_STEP = 4

async function progressOf(reader: Reader): Promise<RemakeProgress> {
  const { id: inUse } = await methodInUse(reader)
  const groups = await reader.dyad.groupBy({
    by: ['methodId'],
    where: { methodId: { not: null } },
    _count: { _all: true },
    orderBy: { methodId: 'asc' },
  })
  const byVersion = groups.flatMap(({ methodId, _count }) => (methodId ? [{ methodId, dyads: _count._all }] : []))
  const count = (some: typeof byVersion) => some.reduce((sum, { dyads }) => sum + dyads, 0)
  const left = count(byVersion.filter(({ methodId }) => methodId !== inUse))
  return { inUse, dyads: count(byVersion), left, byVersion }
}

/**
 * How many dyads' stored series another version than the one in use made.
 * @throws DeskError FORBIDDEN
 */
export async function remakeProgress(viewer: Viewer): Promise<RemakeProgress> {
  authorize(viewer, 'method:read')
  return progressOf(await database())
}

/** Makes one dyad's series anew by the method in use, unless somebody did meanwhile. */
async function remakeDyad(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const dyad = await lockDyad(tx, id, { create: false })
    if (!dyad) return
    // Read behind the lock: a version published while it was waited for counts already.
    const method = await methodInUse(tx)
    if (dyad.methodId !== method.id) await rebuildSeries(tx, dyad, method, horizonOf(todayUtc()))
  })
}

/**
 * Makes the series of up to `DYADS_A_STEP` dyads anew that another version made, each in its own transaction, and tells how
 * many are left. Costs O(incidents × days) for each of them; asked until nothing is left. What a step leaves undone is done by
 * the next save of the dyad, or by `extendDyads`.
 * @throws DeskError FORBIDDEN
 */
export async function rebuildStep(viewer: Viewer): Promise<RemakeProgress> {
  authorize(viewer, 'method:publish')
  const prisma = await database()
  const { id } = await methodInUse(prisma)
  const behind = await prisma.dyad.findMany({
    where: { methodId: { not: id } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: DYADS_A_STEP,
  })
  for (const dyad of behind) await remakeDyad(dyad.id)
  return progressOf(prisma)
}
