import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { openThreadsOf } from '@/lib/comments/open-threads'
import { dayOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { previewIncident, previewRetraction } from '@/lib/incidents/preview'
import { changedFields } from '@/lib/incidents/queries'
import { incidentRows, ROW_COLUMNS, rowsByKey } from '@/lib/incidents/rows'
import type { IncidentInput } from '@/lib/incidents/schema'
import { type IncidentState, stateOf } from '@/lib/incidents/state'
import { submitterOf } from '@/lib/incidents/submitter'
import type { IncidentRow, RevisionAction } from '@/lib/incidents/views'
import { maskedFor, refuseWhileOwed } from '@/lib/samples/blind'
import { settingsOf } from '@/lib/team/settings'
import { hindranceOf, isOwn } from './decide'
import type { Returned, ReviewItem } from './views'

/** Days around an incident in which others are its neighbours. */
const NEAR_DAYS = 7
const MOST_NEIGHBOURS = 20
/** Revisions that are looked at for what was said with them. */
const LATEST_REVISIONS = 8

interface Revision {
  revision: number
  at: Date
  byId: string | null
  action: string
  reason: string
}

/**
 * One incident of the queue with all that a decision needs. Reads its latest revisions, a fortnight of its dyad's incidents and
 * two weeks of its series: the same cost whatever the log holds. An incident that no longer waits is answered too.
 * @throws DeskError FORBIDDEN, also while the viewer owes a coding of it; NOT_FOUND.
 */
export async function reviewItem(viewer: Viewer, dyadId: string, id: string): Promise<ReviewItem> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const stored = await prisma.incident.findUnique({
    where: { dyadId_id: { dyadId, id } },
    select: { ...ROW_COLUMNS, submittedAt: true, authors: true },
  })
  if (!stored) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  await refuseWhileOwed(prisma, viewer, { dyadId, id })
  const [row] = await incidentRows(prisma, [stored])
  const head = await stateAt(prisma, row, row.revision)
  const counted = row.inForce === null ? null : (await stateAt(prisma, row, row.inForce)).input
  const latest = await prisma.incidentRevision.findMany({
    where: { dyadId, incidentId: id },
    select: { revision: true, at: true, byId: true, action: true, reason: true },
    orderBy: { revision: 'desc' },
    take: LATEST_REVISIONS,
  })
  const handedInBy = await submitterOf(prisma, row, stored.submittedAt)
  const names = await namesOf(prisma, [...stored.authors, handedInBy, ...latest.map(({ byId }) => byId)])
  const authors = stored.authors.map((author) => nameOf(names, author))
  return {
    row,
    proposal: stored.headStatus === 'in_review' ? row.proposal : null,
    proposed: head.input,
    counted,
    changed: counted ? changedFields(counted, head.input) : [],
    authors,
    own: isOwn(viewer, stored),
    submittedAt: stored.submittedAt?.toISOString() ?? null,
    submittedBy: stored.submittedAt ? nameOf(names, handedInBy) : null,
    hindrance: hindranceOf(viewer, stored, await settingsOf(prisma)),
    neighbours: await maskedFor(prisma, viewer, await neighboursOf(prisma, row, head.input)),
    effect: stored.headStatus === 'in_review' ? await effectOf(viewer, row, head) : null,
    reasons: reasonsOf(latest, names),
    returned: await returnedOf(prisma, row),
    threads: await openThreadsOf(prisma, dyadId, id),
  }
}

async function stateAt(reader: Reader, { dyadId, id }: IncidentRow, revision: number): Promise<IncidentState> {
  const key = { dyadId_incidentId_revision: { dyadId, incidentId: id, revision } }
  return stateOf(await reader.incidentRevision.findUniqueOrThrow({ where: key }))
}

async function neighboursOf(reader: Reader, { dyadId, id }: IncidentRow, { date }: IncidentInput) {
  const day = dayOf(date)
  const keys = await reader.$queryRaw<{ dyadId: string; id: string }[]>`
    SELECT i.dyad_id AS "dyadId", i.id FROM incident i
    WHERE i.dyad_id = ${dyadId} AND i.id <> ${id} AND i.status = 'approved'
      AND i.start_day BETWEEN ${day - NEAR_DAYS} AND ${day + NEAR_DAYS}
    ORDER BY abs(i.start_day - ${day}), i.start_day, i.id LIMIT ${MOST_NEIGHBOURS}`
  const rows = await rowsByKey(reader, keys)
  return rows.sort((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
}

/** What an approval does to the score; null where it neither adds nor takes anything. */
async function effectOf(viewer: Viewer, row: IncidentRow, head: IncidentState) {
  const key = { dyadId: row.dyadId, id: row.id }
  const counts = row.status === 'approved' && row.kind === 'incident'
  const adds = head.proposal !== 'retraction' && head.input.kind === 'incident'
  if (!counts && !adds) return null
  return head.proposal === 'retraction' ? previewRetraction(viewer, key) : previewIncident(viewer, head.input, key)
}

/** What was last sent back of what is proposed now, if it was changed since. */
async function returnedOf(reader: Reader, { dyadId, id, revision, inForce }: IncidentRow): Promise<Returned | null> {
  const last = await reader.incidentRevision.findFirst({
    where: { dyadId, incidentId: id, action: 'returned', revision: { gt: inForce ?? 0, lt: revision } },
    orderBy: { revision: 'desc' },
  })
  return last && { revision: last.revision, input: stateOf(last).input }
}

const reasonsOf = (latest: Revision[], names: Map<string, string>) =>
  latest
    .filter(({ reason }) => reason !== '')
    .map(({ revision, at, byId, action, reason }) => ({
      revision,
      at: at.toISOString(),
      by: nameOf(names, byId),
      action: action as RevisionAction,
      reason,
    }))
