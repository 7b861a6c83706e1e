import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { inTransaction } from '@/lib/db/transaction'
import { instantOfWrite, lockDyad } from '@/lib/dyads/dyad-lock'
import { applyCheck } from '@/lib/dyads/series-store'
import { DeskError } from '@/lib/errors'
import { methodInUse } from '@/lib/method/store'
import { enqueueWatch } from '@/lib/watch/pending'
import type { CheckInput } from './schema'

/**
 * Records that a dyad's sources were checked for a week, or withdraws it. Appends a revision; saying the same again does
 * nothing. Returns whether something was written.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a dyad that nobody follows yet.
 */
export async function checkWeek(viewer: Viewer, input: CheckInput, { create = false } = {}): Promise<boolean> {
  authorize(viewer, 'week:check')
  const { dyadId, weekStart, checked, note } = input
  return inTransaction(async (tx) => {
    const dyad = await lockDyad(tx, dyadId, { create })
    if (!dyad) throw new DeskError('NOT_FOUND', `Nobody follows ${dyadId} yet.`)
    const last = await tx.weeklyCheck.findFirst({ where: { dyadId, weekStart }, orderBy: { revision: 'desc' } })
    if ((last?.checked ?? false) === checked && (last?.note ?? '') === note) return false
    const revision = (last?.revision ?? 0) + 1
    const at = await instantOfWrite(tx, dyad)
    await tx.weeklyCheck.create({ data: { dyadId, weekStart, revision, checked, note, at, byId: viewer.accountId } })
    await applyCheck(tx, dyad, { weekStart, checked }, await methodInUse(tx), todayUtc())
    await enqueueWatch(tx, dyadId, [])
    return true
  })
}
