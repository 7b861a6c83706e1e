import type { Viewer } from '@/lib/auth/viewer'
import type { Incident, IncidentRevision, Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import { instantOfWrite, type LockedDyad } from '@/lib/dyads/dyad-lock'
import { termOfRow } from '@/lib/dyads/series-rebuild'
import { applyTermChanges, type TermChange } from '@/lib/dyads/series-store'
import type { Method } from '@/lib/method/store'
import { settleUnit } from '@/lib/samples/settle'
import { enqueueWatch } from '@/lib/watch/pending'
import { columnsOf } from './columns'
import type { Status } from './schema'
import { type IncidentState, inForceAfter, revisionHash, stateOf } from './state'
import type { RevisionAction } from './views'
import { vintageRow } from './vintages'

/** An incident's row as it is stored, all columns. */
export type StoredIncidentRow = Incident

/** One write to the record. `before` is the row before, read under the dyad's lock; null for a new incident. */
export interface RecordWrite {
  id: string
  state: IncidentState
  action: RevisionAction
  reason: string
  before: StoredIncidentRow | null
  requestId?: string | null
  /** The bulk approval that it belongs to. */
  batchId?: string
}

/** What a write depends on besides the record. */
export interface WriteContext {
  method: Method
  today: number
}

/** Actions that make somebody an author of what is proposed. */
const CONTENT: ReadonlySet<RevisionAction> = new Set([
  'created',
  'imported',
  'edited',
  'submitted',
  'restored',
  'retraction-proposed',
])

/**
 * The only writer of incidents: for each write it appends the revision, sets what is in force and its sources, then brings
 * the dyad's stored series in line, once for all of them. All writes share one instant. The caller's transaction holds the
 * dyad's lock. Returns the numbers of the new revisions.
 */
export async function writeIncidents(
  tx: Transaction,
  viewer: Viewer,
  dyad: LockedDyad,
  writes: RecordWrite[],
  { method, today }: WriteContext,
): Promise<number[]> {
  const at = await instantOfWrite(tx, dyad)
  const changes: TermChange[] = []
  const revisions: number[] = []
  const moved: string[] = []
  for (const write of writes) {
    const revision = (write.before?.revision ?? 0) + 1
    const inForce = inForceAfter(write.before?.inForce ?? null, revision, write.state)
    const shown = await shownState(tx, dyad.id, write, revision, inForce)
    const head = headColumns(write, viewer, at, revision, inForce)
    const key = { dyadId: dyad.id, id: write.id }
    const row = shown ? { ...head, ...shownColumns(key, shown, head, method) } : head
    const after = await putRow(tx, dyad.id, write, row, viewer, at)
    if (shown) await replaceSources(tx, dyad.id, write, shown)
    const appended = await appendRevision(tx, viewer, dyad.id, write, { revision, inForce, at })
    if (inForce !== (write.before?.inForce ?? null)) {
      const vintage = { revision: appended, inForce, state: shown ?? write.state }
      await tx.incidentVintage.create({ data: vintageRow(vintage) })
      moved.push(write.id)
    }
    await settleUnit(tx, { ...write, dyadId: dyad.id }, { revision, at, byId: viewer.accountId })
    const before = write.before ? termOfRow(write.before, method.parameters) : null
    changes.push({ before, after: termOfRow(after, method.parameters) })
    revisions.push(revision)
  }
  await applyTermChanges(tx, dyad, changes, method, today)
  if (moved.length > 0) await enqueueWatch(tx, dyad.id, moved)
  return revisions
}

/** The state that the row shows after the write, or null where it goes on to show what it does: see `Incident`. */
async function shownState(
  tx: Transaction,
  dyadId: string,
  { id, state, before }: RecordWrite,
  revision: number,
  inForce: number | null,
): Promise<IncidentState | null> {
  if (inForce === null || inForce === revision) return state
  if (inForce === before?.inForce) return null
  const key = { dyadId_incidentId_revision: { dyadId, incidentId: id, revision: inForce } }
  return stateOf(await tx.incidentRevision.findUniqueOrThrow({ where: key }))
}

function shownColumns(
  key: { dyadId: string; id: string },
  shown: IncidentState,
  { inForce, headStatus }: { inForce: number | null; headStatus: Status },
  { parameters }: Method,
) {
  const columns = columnsOf({ ...shown, status: inForce === null ? headStatus : shown.status }, parameters)
  const points = termOfRow({ ...columns, ...key }, parameters)?.points ?? 0
  return { ...columns, points, selfApproved: shown.selfApproved ?? false }
}

/** The columns that tell of the latest revision, in force or not. */
function headColumns(write: RecordWrite, viewer: Viewer, at: Date, revision: number, inForce: number | null) {
  const { state } = write
  const settled = inForce === revision || state.status === 'retracted'
  const asked = state.proposal ?? (inForce === null ? 'new' : 'correction')
  return {
    revision,
    headStatus: state.status,
    inForce,
    proposal: settled ? null : asked,
    authors: authorsAfter(write, viewer.accountId),
    submittedAt: submittedAfter(write, at),
    updatedAt: at,
    updatedById: viewer.accountId,
  }
}

/** When it was handed in last. What is changed while it waits, or waits again because its approval was taken back, keeps its place. */
function submittedAfter({ before, state, action }: RecordWrite, at: Date): Date | null {
  const waits = state.status === 'in_review'
  const handedIn = waits && before?.headStatus !== 'in_review' && action !== 'reopened'
  return handedIn ? at : (before?.submittedAt ?? (waits ? at : null))
}

/**
 * A proposal beside what counts begins with its own author; whoever changes one that is open joins them. While nothing is in
 * force all who wrote stay its authors: nobody has approved their words yet, also where they were retracted in between.
 */
function authorsAfter({ before, action }: RecordWrite, byId: string | null): string[] {
  const open = before && (before.proposal !== null || before.inForce === null)
  const kept = before && (open || !CONTENT.has(action)) ? before.authors : []
  if (!CONTENT.has(action) || byId === null || kept.includes(byId)) return kept
  return [...kept, byId]
}

type HeadColumns = ReturnType<typeof headColumns>
type RowColumns = HeadColumns & Partial<ReturnType<typeof shownColumns>>

async function putRow(
  tx: Transaction,
  dyadId: string,
  { id, before, requestId }: RecordWrite,
  row: RowColumns,
  viewer: Viewer,
  at: Date,
): Promise<StoredIncidentRow> {
  if (before) {
    const key = { dyadId_id: { dyadId, id } }
    return tx.incident.update({ where: key, data: row })
  }
  const created = { dyadId, id, requestId: requestId ?? null, createdAt: at, createdById: viewer.accountId }
  // A new incident always shows its own state, so every column is there.
  return tx.incident.create({ data: { ...(row as HeadColumns & ReturnType<typeof shownColumns>), ...created } })
}

async function replaceSources(tx: Transaction, dyadId: string, { id, before }: RecordWrite, { input }: IncidentState) {
  if (before) await tx.incidentSource.deleteMany({ where: { dyadId, incidentId: id } })
  const rows = input.sources.map((source, ordinal) => ({
    ...source,
    dyadId,
    incidentId: id,
    ordinal,
    date: source.date || null,
    url: source.url || null,
  }))
  await tx.incidentSource.createMany({ data: rows })
}

async function appendRevision(
  tx: Transaction,
  viewer: Viewer,
  dyadId: string,
  write: RecordWrite,
  { revision, inForce, at }: { revision: number; inForce: number | null; at: Date },
): Promise<IncidentRevision> {
  const key = { dyadId, incidentId: write.id }
  const last = await tx.incidentRevision.findFirst({
    where: key,
    orderBy: { revision: 'desc' },
    select: { hash: true },
  })
  const content = {
    ...key,
    revision,
    at: at.toISOString(),
    byId: viewer.accountId,
    action: write.action,
    reason: write.reason,
    state: write.state,
    previousHash: last?.hash ?? '',
    batchId: write.batchId,
  }
  const state = { ...write.state } as unknown as Prisma.InputJsonObject
  return tx.incidentRevision.create({ data: { ...content, at, state, inForce, hash: revisionHash(content) } })
}
