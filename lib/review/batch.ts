import 'server-only'
import { logActivity } from '@/lib/activity/log'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { Prisma, type ReviewBatch } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import type { IncidentFilter } from '@/lib/incidents/filter'
import { conditions } from '@/lib/incidents/list-query'
import { type RecordWrite, type StoredIncidentRow, writeIncidents } from '@/lib/incidents/record'
import { stateOf } from '@/lib/incidents/state'
import { methodInUse } from '@/lib/method/store'
import { notOwedBy } from '@/lib/samples/blind'
import { settingsOf } from '@/lib/team/settings'
import { approval, hindranceOf, reopened } from './decide'
import type { BatchInput, UndoBatchInput } from './schema'

/** Incidents that one step of a batch works on: about a second. */
const STEP = 50

/** What a step did, and how many are left for the next. */
export interface BatchStep {
  done: number
  left: number
}

/** What a filter shows of the queue that the viewer may approve; not what they are to code anew. */
export function queueConditions(viewer: Viewer, filter: IncidentFilter, selfApproval: boolean): Prisma.Sql {
  const where = conditions({ ...filter, status: 'in_review' }, true)
  where.push(notOwedBy(viewer))
  if (!selfApproval && viewer.accountId) where.push(Prisma.sql`NOT (${viewer.accountId}::uuid = ANY (i.authors))`)
  return Prisma.join(where, ' AND ')
}

async function countOf(tx: Transaction, where: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM incident i WHERE ${where}`
  return row.count
}

/**
 * One step of approving all that a filter shows of the queue: up to fifty incidents, one transaction a dyad. Call again with
 * the same input until `left` is 0; what comes in or changes meanwhile is not in the batch. `undoBatch` takes all of it back.
 * @throws DeskError FORBIDDEN; CONFLICT when the filter no longer shows as many as the reviewer was told.
 */
export async function approveBatch(viewer: Viewer, input: BatchInput): Promise<BatchStep> {
  authorize(viewer, 'incident:approve')
  const { selfApproval } = await settingsOf(await database())
  const where = queueConditions(viewer, input.filter, selfApproval)
  const batch = await openBatch(viewer, input, where)
  const until = Prisma.sql`${where} AND i.updated_at <= ${batch.at}`
  const prisma = await database()
  const keys = await prisma.$queryRaw<{ dyadId: string; id: string }[]>`
    SELECT i.dyad_id AS "dyadId", i.id FROM incident i WHERE ${until} ORDER BY i.dyad_id, i.id LIMIT ${STEP}`
  let done = 0
  for (const [dyadId, ids] of byDyad(keys)) done += await approveInDyad(viewer, batch, dyadId, ids)
  return { done, left: await inTransaction((tx) => countOf(tx, until)) }
}

/** The batch, made by its first step. */
async function openBatch(viewer: Viewer, input: BatchInput, where: Prisma.Sql): Promise<ReviewBatch> {
  return inTransaction(async (tx) => {
    const open = await tx.reviewBatch.findUnique({ where: { id: input.batchId } })
    if (open && open.byId !== viewer.accountId) throw new DeskError('FORBIDDEN', 'This batch is somebody else’s.')
    if (open) return open
    const count = await countOf(tx, where)
    if (count !== input.expected) {
      const message = `The queue changed: ${count} match now, not ${input.expected}. Look again before you approve.`
      throw new DeskError('CONFLICT', message, undefined, { count })
    }
    const { batchId: id, expected } = input
    const filter = Object.fromEntries(Object.entries(input.filter).filter(([, value]) => value !== undefined))
    await logActivity(tx, viewer, { action: 'batch-approved', subject: id, detail: { expected, filter } })
    return tx.reviewBatch.create({ data: { id, at: now(), byId: viewer.accountId, filter, expected } })
  })
}

function byDyad(keys: { dyadId: string; id: string }[]): Map<string, string[]> {
  const grouped = new Map<string, string[]>()
  for (const { dyadId, id } of keys) grouped.set(dyadId, [...(grouped.get(dyadId) ?? []), id])
  return grouped
}

async function approveInDyad(viewer: Viewer, batch: ReviewBatch, dyadId: string, ids: string[]): Promise<number> {
  return inTransaction(async (tx) => {
    const dyad = await lockDyad(tx, dyadId, { create: false })
    if (!dyad) return 0
    const settings = await settingsOf(tx)
    const rows = await tx.incident.findMany({ where: { dyadId, id: { in: ids } }, orderBy: { id: 'asc' } })
    const waiting = rows.filter((row) => hindranceOf(viewer, row, settings) === null && row.updatedAt <= batch.at)
    const heads = await headsOf(tx, dyadId, waiting)
    const writes = waiting.map((row): RecordWrite => {
      const { state } = headOf(heads, row)
      return { ...approval(viewer, row, state), reason: '', batchId: batch.id }
    })
    await writeIncidents(tx, viewer, dyad, writes, { method: await methodInUse(tx), today: todayUtc() })
    return writes.length
  })
}

type Heads = Map<string, { state: ReturnType<typeof stateOf>; inForceBefore: number | null }>

/** The latest state of some incidents, and what was in force before it: two reads. */
async function headsOf(tx: Transaction, dyadId: string, rows: StoredIncidentRow[]): Promise<Heads> {
  const ids = rows.map((row) => row.id)
  const last = new Map(rows.map((row) => [row.id, row.revision]))
  const revisions = await tx.incidentRevision.findMany({ where: { dyadId, incidentId: { in: ids } } })
  const heads: Heads = new Map()
  for (const revision of revisions.filter((entry) => entry.revision === last.get(entry.incidentId))) {
    const before = revisions.find(
      (entry) => entry.incidentId === revision.incidentId && entry.revision === revision.revision - 1,
    )
    heads.set(revision.incidentId, { state: stateOf(revision), inForceBefore: before?.inForce ?? null })
  }
  return heads
}

function headOf(heads: Heads, row: StoredIncidentRow) {
  const head = heads.get(row.id)
  if (!head) throw new Error(`incident ${row.id} has no revision ${row.revision}`)
  return head
}

/**
 * One step of taking a bulk approval back by new revisions: what it approved waits for review again, except incidents that
 * somebody has written to since. Call again until `left` is 0.
 * @throws DeskError NOT_FOUND; FORBIDDEN for somebody else's batch.
 */
export async function undoBatch(viewer: Viewer, { batchId }: UndoBatchInput): Promise<BatchStep> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const batch = await prisma.reviewBatch.findUnique({ where: { id: batchId } })
  if (!batch) throw new DeskError('NOT_FOUND', 'There is no such batch.')
  if (batch.byId !== viewer.accountId) throw new DeskError('FORBIDDEN', 'This batch is somebody else’s.')
  const all = await prisma.$queryRaw<{ dyadId: string; id: string }[]>`
    SELECT i.dyad_id AS "dyadId", i.id FROM incident_revision r
    JOIN incident i ON i.dyad_id = r.dyad_id AND i.id = r.incident_id AND i.revision = r.revision
    WHERE r.batch_id = ${batchId}::uuid AND r.action IN ('approved', 'retracted') ORDER BY i.dyad_id, i.id`
  const keys = all.slice(0, STEP)
  let done = 0
  for (const [dyadId, ids] of byDyad(keys)) done += await reopenInDyad(viewer, batchId, dyadId, ids)
  if (all.length > 0 && all.length <= STEP) {
    await inTransaction((tx) => logActivity(tx, viewer, { action: 'batch-undone', subject: batchId }))
  }
  return { done, left: all.length - keys.length }
}

async function reopenInDyad(viewer: Viewer, batchId: string, dyadId: string, ids: string[]): Promise<number> {
  return inTransaction(async (tx) => {
    const dyad = await lockDyad(tx, dyadId, { create: false })
    if (!dyad) return 0
    const approved = await tx.incidentRevision.findMany({
      where: { dyadId, incidentId: { in: ids }, batchId, action: { in: ['approved', 'retracted'] } },
    })
    const revisions = new Map(approved.map((entry) => [entry.incidentId, entry.revision]))
    const rows = await tx.incident.findMany({ where: { dyadId, id: { in: ids } }, orderBy: { id: 'asc' } })
    const still = rows.filter((row) => row.revision === revisions.get(row.id))
    const heads = await headsOf(tx, dyadId, still)
    const writes = still.map((row): RecordWrite => {
      const { state, inForceBefore } = headOf(heads, row)
      const reason = 'The bulk approval was taken back.'
      return { id: row.id, before: row, state: reopened(state, inForceBefore), action: 'reopened', reason, batchId }
    })
    await writeIncidents(tx, viewer, dyad, writes, { method: await methodInUse(tx), today: todayUtc() })
    return writes.length
  })
}
