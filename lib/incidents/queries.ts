import 'server-only'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { canonicalJson } from '@/lib/core/canonical-json'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { refuseWhileOwed } from '@/lib/samples/blind'
import type { IncidentFilter } from './filter'
import { rowsFor } from './in-force-rows'
import { encodeCursor, listStatement } from './list-query'
import { nameOf, namesOf } from './names'
import { incidentRows, ROW_COLUMNS, rowsByKey } from './rows'
import type { IncidentInput } from './schema'
import { stateOf } from './state'
import type { IncidentPage, IncidentRow, IncidentView, RevisionView } from './views'

const PAGE = 50
/** Answers that an incident's page lists. */
const MOST_ANSWERS = 50

/**
 * One page of the incidents that a filter shows. Drafts are for those who may see unpublished work; what the viewer is to code
 * anew is there without its coding.
 * @throws DeskError FORBIDDEN.
 */
export async function listIncidents(viewer: Viewer, filter: IncidentFilter, limit = PAGE): Promise<IncidentPage> {
  authorize(viewer, 'incident:read')
  const prisma = await database()
  const unpublished = may(viewer, 'incident:read-unpublished')
  const found = await prisma.$queryRaw<{ dyadId: string; id: string; cursorValue: string }[]>(
    listStatement(filter, { limit, unpublished }),
  )
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next =
    found.length > limit && last ? encodeCursor({ value: last.cursorValue, dyadId: last.dyadId, id: last.id }) : null
  return { rows: await rowsFor(viewer, prisma, await rowsByKey(prisma, page)), next }
}

/** All that a filter shows, page by page: what the CSV download streams. */
export async function* everyIncident(viewer: Viewer, filter: IncidentFilter): AsyncGenerator<IncidentRow[]> {
  let after: string | undefined
  do {
    const page = await listIncidents(viewer, { ...filter, after }, 500)
    yield page.rows
    after = page.next ?? undefined
  } while (after)
}

/**
 * An incident with what it answers and what answers it.
 * @throws DeskError FORBIDDEN, also while the viewer owes a coding of it; NOT_FOUND (also for a draft that they may not see).
 */
export async function getIncident(viewer: Viewer, dyadId: string, id: string): Promise<IncidentView> {
  authorize(viewer, 'incident:read')
  const prisma = await database()
  const stored = await prisma.incident.findUnique({
    where: { dyadId_id: { dyadId, id } },
    select: { ...ROW_COLUMNS, summary: true, note: true, createdAt: true, respondsTo: true },
  })
  if (!stored || !isShown(viewer, stored)) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  await refuseWhileOwed(prisma, viewer, { dyadId, id })
  const [row] = await rowsFor(viewer, prisma, await incidentRows(prisma, [stored]))
  const counted = row.inForce === null ? null : await inputAt(prisma, row, row.inForce)
  const input = counted && row.revision === row.inForce ? counted : await inputAt(prisma, row, row.revision)
  const answers = await prisma.incident.findMany({
    where: { dyadId, respondsTo: id, ...publishedOnly(viewer) },
    select: ROW_COLUMNS,
    orderBy: [{ startDay: 'asc' }, { id: 'asc' }],
    take: MOST_ANSWERS,
  })
  const trigger = stored.respondsTo ? await rowsByKey(prisma, [{ dyadId, id: stored.respondsTo }]) : []
  const [shownTrigger] = await rowsFor(
    viewer,
    prisma,
    trigger.filter((shown) => isShown(viewer, shown)),
  )
  return {
    ...row,
    input,
    counted,
    summary: stored.summary,
    note: stored.note,
    createdAt: stored.createdAt.toISOString(),
    revisions: row.revision,
    respondsTo: shownTrigger ?? null,
    answers: await rowsFor(viewer, prisma, await incidentRows(prisma, answers)),
  }
}

async function inputAt(reader: Reader, { dyadId, id }: IncidentRow, revision: number): Promise<IncidentInput> {
  const key = { dyadId_incidentId_revision: { dyadId, incidentId: id, revision } }
  return stateOf(await reader.incidentRevision.findUniqueOrThrow({ where: key })).input
}

const isShown = (viewer: Viewer, row: { inForce: number | null }) =>
  row.inForce !== null || may(viewer, 'incident:read-unpublished')

const publishedOnly = (viewer: Viewer) => (may(viewer, 'incident:read-unpublished') ? {} : { inForce: { not: null } })

/**
 * One page of an incident's revisions, newest first, from the latest or from the one before `before` on. Those who may not see
 * unpublished work see those that counted themselves. Costs its own rows, however long the history is.
 * @throws DeskError FORBIDDEN, also while the viewer owes a coding of it; NOT_FOUND.
 */
export async function incidentHistory(
  viewer: Viewer,
  dyadId: string,
  id: string,
  { before, limit = PAGE }: { before?: number; limit?: number } = {},
): Promise<RevisionView[]> {
  authorize(viewer, 'incident:read')
  const prisma = await database()
  const incident = await prisma.incident.findUnique({ where: { dyadId_id: { dyadId, id } }, select: { inForce: true } })
  if (!incident || !isShown(viewer, incident)) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  await refuseWhileOwed(prisma, viewer, { dyadId, id })
  const { fields } = prisma.incidentRevision
  // One more than are shown, for what the last of them changed.
  const revisions = await prisma.incidentRevision.findMany({
    where: {
      dyadId,
      incidentId: id,
      ...(before === undefined ? {} : { revision: { lt: before } }),
      ...(may(viewer, 'incident:read-unpublished') ? {} : { inForce: { equals: fields.revision } }),
    },
    orderBy: { revision: 'desc' },
    take: limit + 1,
  })
  const names = await namesOf(
    prisma,
    revisions.map((entry) => entry.byId),
  )
  return revisions.slice(0, limit).map((entry, index): RevisionView => {
    const state = stateOf(entry)
    const older = revisions[index + 1]
    return {
      revision: entry.revision,
      at: entry.at.toISOString(),
      by: nameOf(names, entry.byId),
      action: entry.action as RevisionView['action'],
      reason: entry.reason,
      status: state.status,
      retracts: state.proposal === 'retraction' || state.status === 'retracted',
      inForce: entry.inForce,
      selfApproved: state.selfApproved ?? false,
      input: state.input,
      changed: older ? changedFields(stateOf(older).input, state.input) : [],
      hash: entry.hash,
    }
  })
}

/**
 * The revision that retracted an incident and, where the viewer may see it, the one before, which proposed that: also after it was
 * proposed to restore it. Empty where nothing in force retracts it.
 * @throws DeskError FORBIDDEN, NOT_FOUND as `incidentHistory`.
 */
export async function retractionOf(viewer: Viewer, dyadId: string, id: string): Promise<RevisionView[]> {
  authorize(viewer, 'incident:read')
  const prisma = await database()
  const row = await prisma.incident.findUnique({
    where: { dyadId_id: { dyadId, id } },
    select: { status: true, revision: true, inForce: true },
  })
  if (row?.status !== 'retracted') return []
  const retracted = await prisma.incidentRevision.findFirst({
    where: { dyadId, incidentId: id, action: 'retracted', revision: { lte: row.inForce ?? row.revision } },
    orderBy: { revision: 'desc' },
    select: { revision: true },
  })
  return retracted ? incidentHistory(viewer, dyadId, id, { before: retracted.revision + 1, limit: 2 }) : []
}

/** The input fields that differ between two states. */
export function changedFields(before: IncidentInput, after: IncidentInput): (keyof IncidentInput)[] {
  const keys = Object.keys({ ...before, ...after }) as (keyof IncidentInput)[]
  return keys.filter((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null))
}

/** Accounts that may have logged incidents, for the filter. */
export async function listAuthors(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  authorize(viewer, 'incident:read')
  const prisma = await database()
  return prisma.account.findMany({
    where: { role: { not: 'viewer' } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
}

/** The dyads that are followed, for pickers; the first thousand by id. */
export async function listDyadIds(viewer: Viewer): Promise<string[]> {
  authorize(viewer, 'dyad:read')
  const prisma = await database()
  const dyads = await prisma.dyad.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 1000 })
  return dyads.map((dyad) => dyad.id)
}
