import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { CATEGORIES, type Category } from '@/lib/core/codebook'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { filterSchema, type IncidentFilter } from '@/lib/incidents/filter'
import { conditions, decodeCursor, encodeCursor } from '@/lib/incidents/list-query'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { rowsByKey } from '@/lib/incidents/rows'
import { PROPOSALS, type Proposal } from '@/lib/incidents/schema'
import { notOwedBy } from '@/lib/samples/blind'
import { settingsOf } from '@/lib/team/settings'
import { queueConditions } from './batch'
import type { BatchCandidates, BatchView, QueueEntry, QueuePage } from './views'

export { reviewItem } from './item'

const PAGE = 50
/** Bulk approvals that a reviewer is offered to take back. */
const RECENT_BATCHES = 5

/** A filter that leaves the whole queue in. */
const EVERYTHING: IncidentFilter = filterSchema.parse({})

interface QueuedKey {
  dyadId: string
  id: string
  submittedAt: Date
  submittedText: string
  authors: string[]
  own: boolean
}

/**
 * One page of what waits for review, longest first, with how much waits in all and for the viewer; what the viewer is to code
 * anew comes when they have. Reads the queue's index, whatever the log holds.
 * @throws DeskError FORBIDDEN.
 */
export async function reviewQueue(
  viewer: Viewer,
  filter: IncidentFilter,
  { after }: { after?: string },
): Promise<QueuePage> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const { selfApproval } = await settingsOf(prisma)
  const shown = [...conditions({ ...filter, status: 'in_review' }, true), notOwedBy(viewer)]
  const waiting = Prisma.join(shown, ' AND ')
  const cursor = decodeCursor(after)
  const later = cursor
    ? Prisma.sql`AND (i.submitted_at, i.dyad_id, i.id) > (${cursor.value}::timestamptz, ${cursor.dyadId}, ${cursor.id})`
    : Prisma.empty
  const found = await prisma.$queryRaw<QueuedKey[]>`
    SELECT i.dyad_id AS "dyadId", i.id, i.submitted_at AS "submittedAt", i.submitted_at::text AS "submittedText",
      i.authors, coalesce(${viewer.accountId}::uuid = ANY (i.authors), FALSE) AS own
    FROM incident i WHERE ${waiting} ${later} ORDER BY i.submitted_at, i.dyad_id, i.id LIMIT ${PAGE + 1}`
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  const more = found.length > PAGE && last
  return {
    entries: await entriesOf(prisma, page, selfApproval),
    next: more ? encodeCursor({ value: last.submittedText, dyadId: last.dyadId, id: last.id }) : null,
    all: await countOf(prisma, waiting),
    forMe: await countOf(prisma, queueConditions(viewer, filter, selfApproval)),
  }
}

async function entriesOf(reader: Reader, keys: QueuedKey[], selfApproval: boolean): Promise<QueueEntry[]> {
  const names = await namesOf(
    reader,
    keys.flatMap(({ authors }) => authors),
  )
  const queued = new Map(keys.map((key) => [`${key.dyadId}/${key.id}`, key]))
  return (await rowsByKey(reader, keys)).flatMap((row) => {
    const key = queued.get(`${row.dyadId}/${row.id}`)
    if (!key) return []
    const authors = key.authors.map((id) => nameOf(names, id))
    const hindrance = key.own && !selfApproval ? 'own' : null
    return [{ ...row, submittedAt: key.submittedAt.toISOString(), authors, own: key.own, hindrance }]
  })
}

async function countOf(reader: Reader, where: Prisma.Sql): Promise<number> {
  const [row] = await reader.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM incident i WHERE ${where}`
  return row.count
}

/**
 * How many incidents wait that the viewer may approve: the figure beside the queue's name.
 * @throws DeskError FORBIDDEN.
 */
export async function waitingCount(viewer: Viewer): Promise<number> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const { selfApproval } = await settingsOf(prisma)
  return countOf(prisma, queueConditions(viewer, EVERYTHING, selfApproval))
}

/**
 * What a bulk approval by this filter would take in: how many, of which dyads and categories, asking for what.
 * @throws DeskError FORBIDDEN.
 */
export async function batchCandidates(viewer: Viewer, filter: IncidentFilter): Promise<BatchCandidates> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const { selfApproval } = await settingsOf(prisma)
  const groups = await prisma.$queryRaw<{ dyadId: string; category: string | null; proposal: string; count: number }[]>`
    SELECT i.dyad_id AS "dyadId", i.category, i.proposal, count(*)::int AS count FROM incident i
    WHERE ${queueConditions(viewer, filter, selfApproval)} GROUP BY i.dyad_id, i.category, i.proposal`
  const dyads = summed(groups, (group) => group.dyadId)
  const categories = summed(groups, (group) => group.category)
  const proposals = summed(groups, (group) => group.proposal)
  return {
    count: groups.reduce((sum, group) => sum + group.count, 0),
    byDyad: dyads.map(([dyadId, count]) => ({ dyadId, count })),
    byCategory: categories.map(([name, count]) => ({ category: isCategory(name) ? name : null, count })),
    byProposal: proposals.flatMap(([name, count]) => (isProposal(name) ? [{ proposal: name, count }] : [])),
  }
}

const isCategory = (name: string | null): name is Category => CATEGORIES.some((category) => category === name)
const isProposal = (name: string): name is Proposal => PROPOSALS.some((proposal) => proposal === name)

/** The counts of groups by one of their properties, most first, then by name. */
function summed<G extends { count: number }, K extends string | null>(
  groups: G[],
  keyOf: (group: G) => K,
): [K, number][] {
  const sums = new Map<K, number>()
  for (const group of groups) sums.set(keyOf(group), (sums.get(keyOf(group)) ?? 0) + group.count)
  return [...sums].sort(([a, m], [b, n]) => n - m || ((a ?? '') < (b ?? '') ? -1 : 1))
}

/**
 * The viewer's latest bulk approvals of which something can still be taken back, newest first.
 * @throws DeskError FORBIDDEN.
 */
export async function recentBatches(viewer: Viewer): Promise<BatchView[]> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const rows = await prisma.$queryRaw<{ id: string; at: Date; filter: unknown; expected: number; undoable: number }[]>`
    SELECT b.id, b.at, b.filter, b.expected, count(i.id)::int AS undoable
    FROM (SELECT * FROM review_batch WHERE by_id IS NOT DISTINCT FROM ${viewer.accountId}::uuid
      ORDER BY at DESC LIMIT ${RECENT_BATCHES}) b
    JOIN incident_revision r ON r.batch_id = b.id AND r.action IN ('approved', 'retracted')
    JOIN incident i ON i.dyad_id = r.dyad_id AND i.id = r.incident_id AND i.revision = r.revision
    GROUP BY b.id, b.at, b.filter, b.expected ORDER BY b.at DESC`
  return rows.map(({ at, filter, ...batch }) => ({
    ...batch,
    at: at.toISOString(),
    filter: filterSchema.parse(filter),
  }))
}
