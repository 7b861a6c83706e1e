import 'server-only'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { CATEGORIES, type Category } from '@/lib/core/codebook'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { filterSchema, type IncidentFilter } from '@/lib/incidents/filter'
import { conditions, decodeCursor, encodeCursor } from '@/lib/incidents/list-query'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { rowsByKey } from '@/lib/incidents/rows'
import { notOwedBy } from '@/lib/samples/blind'
import { settingsOf } from '@/lib/team/settings'
import { batchConditions, queueConditions, seenNow } from './batch-seen'
import { undoable } from './batch-undo'
import { type BatchCandidates, type BatchView, MOST_COUNTED, type QueueEntry, type QueuePage } from './views'

export { reviewItem } from './item'

const PAGE = 50
/** Bulk approvals that a reviewer is offered to take back, and among how many of the latest they are looked for. */
const RECENT_BATCHES = 5
const LATEST_BATCHES = 20

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
 * What a bulk approval by this filter would take in: how many, of which dyads and categories; and what it leaves to be decided
 * one by one.
 * @throws DeskError FORBIDDEN.
 */
export async function batchCandidates(viewer: Viewer, filter: IncidentFilter): Promise<BatchCandidates> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const { selfApproval } = await settingsOf(prisma)
  const where = batchConditions(viewer, filter, selfApproval)
  const seen = await seenNow(prisma, where)
  const groups = await prisma.$queryRaw<{ dyadId: string; category: string | null; count: number }[]>`
    SELECT i.dyad_id AS "dyadId", i.category, count(*)::int AS count FROM incident i
    WHERE ${where} GROUP BY i.dyad_id, i.category`
  const [queue] = await prisma.$queryRaw<{ all: number; changes: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE i.proposal <> 'new'))::int AS changes FROM incident i
    WHERE ${Prisma.join(conditions({ ...filter, status: 'in_review' }, true), ' AND ')}`
  const dyads = summed(groups, (group) => group.dyadId)
  const categories = summed(groups, (group) => group.category)
  return {
    ...seen,
    byDyad: dyads.map(([dyadId, count]) => ({ dyadId, count })),
    byCategory: categories.map(([name, count]) => ({ category: isCategory(name) ? name : null, count })),
    leftOut: { own: Math.max(0, queue.all - queue.changes - seen.count), changes: queue.changes },
  }
}

const isCategory = (name: string | null): name is Category => CATEGORIES.some((category) => category === name)

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
 * The latest bulk approvals that the viewer can still take back in part, newest first: their own, and for an admin everybody's.
 * Looks at the latest twenty, and counts none of them further than `MOST_COUNTED`.
 * @throws DeskError FORBIDDEN.
 */
export async function recentBatches(viewer: Viewer): Promise<BatchView[]> {
  authorize(viewer, 'incident:approve')
  const prisma = await database()
  const whose = may(viewer, 'review:undo-any')
    ? Prisma.sql`TRUE`
    : Prisma.sql`b.by_id IS NOT DISTINCT FROM ${viewer.accountId}::uuid`
  const rest = undoable(Prisma.sql`b.id`)
  const rows = await prisma.$queryRaw<StoredBatch[]>`
    SELECT b.*, (SELECT count(*)::int FROM (SELECT 1 FROM ${rest} LIMIT ${MOST_COUNTED}) rest) AS undoable FROM (
      SELECT b.* FROM (
        SELECT b.id, b.at, b.by_id AS "byId", b.filter, b.expected FROM review_batch b WHERE ${whose}
        ORDER BY b.at DESC LIMIT ${LATEST_BATCHES}) b
      WHERE EXISTS (SELECT 1 FROM ${rest}) ORDER BY b.at DESC LIMIT ${RECENT_BATCHES}) b
    ORDER BY b.at DESC`
  const names = await namesOf(
    prisma,
    rows.map(({ byId }) => byId),
  )
  return rows.map(({ at, byId, filter, ...batch }) => ({
    ...batch,
    at: at.toISOString(),
    by: nameOf(names, byId),
    filter: filterSchema.parse(filter),
  }))
}

interface StoredBatch {
  id: string
  at: Date
  byId: string | null
  filter: unknown
  expected: number
  undoable: number
}
