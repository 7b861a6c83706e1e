import 'server-only'
import { logActivity } from '@/lib/activity/log'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import { type RecordWrite, writeIncidents } from '@/lib/incidents/record'
import { methodInUse } from '@/lib/method/store'
import { settingsOf } from '@/lib/team/settings'
import { type BatchKey, type BatchStep, byDyad, headsOf, STEP, unchangedRows } from './batch-heads'
import { batchConditions, keepSeen, notOwn } from './batch-seen'
import { approval, hindranceOf } from './decide'
import type { BatchInput } from './schema'

/**
 * One step of approving all new incidents that a filter shows of the queue: up to fifty, one transaction a dyad. Call again with
 * the same input until `left` is 0. The first step writes down which incidents at which revisions the batch takes in, and
 * the others follow that: what comes in or changes meanwhile is not in it. `undoBatch` takes all of it back.
 * @throws DeskError FORBIDDEN; CONFLICT when the filter no longer shows what the reviewer was shown.
 */
export async function approveBatch(viewer: Viewer, input: BatchInput): Promise<BatchStep> {
  authorize(viewer, 'incident:approve')
  await openBatch(viewer, input)
  const prisma = await database()
  const { selfApproval } = await settingsOf(prisma)
  const waiting = Prisma.sql`review_batch_item b
    JOIN incident i ON i.dyad_id = b.dyad_id AND i.id = b.incident_id AND i.revision = b.revision
    WHERE b.batch_id = ${input.batchId}::uuid AND i.head_status = 'in_review' AND ${selfApproval ? Prisma.sql`TRUE` : notOwn(viewer)}`
  const keys = await prisma.$queryRaw<BatchKey[]>`
    SELECT b.dyad_id AS "dyadId", b.incident_id AS id, b.revision FROM ${waiting}
    ORDER BY b.dyad_id, b.incident_id LIMIT ${STEP}`
  let done = 0
  for (const [dyadId, ids] of byDyad(keys)) done += await approveInDyad(viewer, input.batchId, dyadId, ids)
  const [{ left }] = await prisma.$queryRaw<{ left: number }[]>`SELECT count(*)::int AS left FROM ${waiting}`
  return { done, left }
}

/** Makes the batch in its first step; later ones find it. */
async function openBatch(viewer: Viewer, { batchId: id, filter: asked, expected, digest }: BatchInput): Promise<void> {
  await inTransaction(async (tx) => {
    const open = await tx.reviewBatch.findUnique({ where: { id } })
    if (open && open.byId !== viewer.accountId) throw new DeskError('FORBIDDEN', 'This batch is somebody else’s.')
    if (open) return
    const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
    await tx.reviewBatch.create({ data: { id, at: now(), byId: viewer.accountId, filter, expected } })
    const { selfApproval } = await settingsOf(tx)
    await keepSeen(tx, id, batchConditions(viewer, asked, selfApproval), { count: expected, digest })
    await logActivity(tx, viewer, { action: 'batch-approved', subject: id, detail: { expected, filter } })
  })
}

async function approveInDyad(viewer: Viewer, batchId: string, dyadId: string, keys: BatchKey[]): Promise<number> {
  return inTransaction(async (tx) => {
    const dyad = await lockDyad(tx, dyadId, { create: false })
    if (!dyad) return 0
    const settings = await settingsOf(tx)
    const rows = await unchangedRows(tx, dyadId, keys)
    const waiting = rows.filter((row) => hindranceOf(viewer, row, settings) === null)
    const heads = await headsOf(tx, dyadId, waiting)
    const writes = heads.map(
      ({ row, state }): RecordWrite => ({ ...approval(viewer, row, state), reason: '', batchId }),
    )
    await writeIncidents(tx, viewer, dyad, writes, { method: await methodInUse(tx), today: todayUtc() })
    return writes.length
  })
}
