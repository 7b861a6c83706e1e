import 'server-only'
import { logActivity } from '@/lib/activity/log'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import { type RecordWrite, writeIncidents } from '@/lib/incidents/record'
import { methodInUse } from '@/lib/method/store'
import { type BatchKey, type BatchStep, byDyad, headsOf, STEP, unchangedRows } from './batch-heads'
import { reopened } from './decide'
import type { UndoBatchInput } from './schema'

/** The approvals of a batch, `r`, that nobody has written to since. */
export const undoable = (batchId: Prisma.Sql): Prisma.Sql => Prisma.sql`incident_revision r
  JOIN incident i ON i.dyad_id = r.dyad_id AND i.id = r.incident_id AND i.revision = r.revision
  WHERE r.batch_id = ${batchId} AND r.action IN ('approved', 'retracted')`

/**
 * One step of taking a bulk approval back by new revisions: what it approved waits for review again, except incidents that
 * somebody has written to since. Its maker may, or an admin. Call again until `left` is 0.
 * @throws DeskError NOT_FOUND; FORBIDDEN for somebody else's batch.
 */
export async function undoBatch(viewer: Viewer, { batchId }: UndoBatchInput): Promise<BatchStep> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const batch = await prisma.reviewBatch.findUnique({ where: { id: batchId } })
  if (!batch) throw new DeskError('NOT_FOUND', 'There is no such batch.')
  if (batch.byId !== viewer.accountId && !may(viewer, 'review:undo-any'))
    throw new DeskError('FORBIDDEN', 'This batch is somebody else’s. Its maker or an admin can take it back.')
  const rest = undoable(Prisma.sql`${batchId}::uuid`)
  const keys = await prisma.$queryRaw<BatchKey[]>`
    SELECT r.dyad_id AS "dyadId", r.incident_id AS id, r.revision FROM ${rest} ORDER BY r.dyad_id, r.incident_id LIMIT ${STEP}`
  let done = 0
  for (const [dyadId, ids] of byDyad(keys)) done += await reopenInDyad(viewer, batchId, dyadId, ids)
  const [{ left }] = await prisma.$queryRaw<{ left: number }[]>`SELECT count(*)::int AS left FROM ${rest}`
  return { done, left }
}

async function reopenInDyad(viewer: Viewer, batchId: string, dyadId: string, keys: BatchKey[]): Promise<number> {
  return inTransaction(async (tx) => {
    const dyad = await lockDyad(tx, dyadId, { create: false })
    if (!dyad) return 0
    const heads = await headsOf(tx, dyadId, await unchangedRows(tx, dyadId, keys))
    if (heads.length > 0) await noteOnce(tx, viewer, batchId)
    const writes = heads.map(({ row, state, inForceBefore }): RecordWrite => {
      const reason = 'The bulk approval was taken back.'
      return { id: row.id, before: row, state: reopened(state, inForceBefore), action: 'reopened', reason, batchId }
    })
    await writeIncidents(tx, viewer, dyad, writes, { method: await methodInUse(tx), today: todayUtc() })
    return writes.length
  })
}

/** Notes it in the team's log with the first that is taken back, so that a job that is stopped is told of too. */
async function noteOnce(tx: Transaction, viewer: Viewer, batchId: string): Promise<void> {
  const begun = await tx.incidentRevision.findFirst({
    where: { batchId, action: 'reopened' },
    select: { revision: true },
  })
  if (!begun) await logActivity(tx, viewer, { action: 'batch-undone', subject: batchId })
}
