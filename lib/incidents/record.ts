import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import type { LockedDyad } from '@/lib/dyads/dyad-lock'
import { type ScoredRow, termOfRow } from '@/lib/dyads/series-rebuild'
import { applyTermChange } from '@/lib/dyads/series-store'
import type { Method } from '@/lib/method/store'
import { columnsOf, type IncidentState, revisionHash } from './state'
import type { RevisionView } from './views'

/** One write to the record, all of it in the caller's transaction, which holds the dyad's lock. */
export interface RecordWrite {
  dyad: LockedDyad
  id: string
  state: IncidentState
  action: RevisionView['action']
  reason: string
  requestId: string | null
  /** The row before; null for a new incident. */
  before: (ScoredRow & { revision: number }) | null
  method: Method
  today: number
  now: Date
}

/**
 * The only writer of incidents: appends the revision, sets the latest state, its sources, and brings the dyad's stored
 * series in line. Returns the new revision's number.
 */
export async function writeIncident(tx: Transaction, viewer: Viewer, write: RecordWrite): Promise<number> {
  const { dyad, id, state, before, method, now } = write
  const revision = (before?.revision ?? 0) + 1
  const columns = columnsOf(state, method.parameters)
  const scored: ScoredRow = { ...columns, dyadId: dyad.id, id }
  const term = termOfRow(scored, method.parameters)
  const row = { ...columns, revision, points: term?.points ?? 0, updatedAt: now, updatedById: viewer.accountId }
  if (before) {
    await tx.incident.update({ where: { dyadId_id: { dyadId: dyad.id, id } }, data: row })
    await tx.incidentSource.deleteMany({ where: { dyadId: dyad.id, incidentId: id } })
  } else {
    const created = { dyadId: dyad.id, id, requestId: write.requestId, createdAt: now, createdById: viewer.accountId }
    await tx.incident.create({ data: { ...row, ...created } })
  }
  await tx.incidentSource.createMany({ data: sourceRows(dyad.id, id, state) })
  await appendRevision(tx, viewer, write, revision)
  const termBefore = before ? termOfRow(before, method.parameters) : null
  await applyTermChange(tx, dyad, { before: termBefore, after: term }, method, write.today)
  return revision
}

function sourceRows(dyadId: string, incidentId: string, { input }: IncidentState) {
  return input.sources.map((source, ordinal) => ({
    ...source,
    dyadId,
    incidentId,
    ordinal,
    date: source.date || null,
    url: source.url || null,
  }))
}

async function appendRevision(tx: Transaction, viewer: Viewer, write: RecordWrite, revision: number): Promise<void> {
  const key = { dyadId: write.dyad.id, incidentId: write.id }
  const last = await tx.incidentRevision.findFirst({
    where: key,
    orderBy: { revision: 'desc' },
    select: { hash: true },
  })
  const content = {
    ...key,
    revision,
    at: write.now.toISOString(),
    byId: viewer.accountId,
    action: write.action,
    reason: write.reason,
    state: write.state,
    previousHash: last?.hash ?? '',
  }
  const state = { ...write.state } as unknown as Prisma.InputJsonObject
  await tx.incidentRevision.create({ data: { ...content, at: write.now, state, hash: revisionHash(content) } })
}
