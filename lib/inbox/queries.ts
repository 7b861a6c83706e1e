import 'server-only'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { cursorOf, olderThan } from '@/lib/db/cursor'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { rowsByKey } from '@/lib/incidents/rows'
import type { IncidentRow } from '@/lib/incidents/views'
import { waitingCount } from '@/lib/review/queries'
import { noticeViews } from './notices'
import type { InboxAddress } from './schema'
import {
  type FirstOf,
  type InboxNews,
  MOST_COUNTED,
  type NoticePage,
  type ReturnedView,
  type SampleToCode,
  type WaitingView,
} from './views'

const PAGE = 50
/** Alerts that an open page is told of at once. */
const MOST_NEWS = 5
/** Rows that a list of the viewer's own work shows. */
const MOST_OWN = 20

/**
 * How many notices the viewer has not read, up to `MOST_COUNTED`: one read of an index, asked on every page.
 * @throws DeskError FORBIDDEN.
 */
export async function inboxCount(viewer: Viewer): Promise<number> {
  authorize(viewer, 'inbox:read')
  if (viewer.accountId === null) return 0
  const prisma = await database()
  return prisma.inboxItem.count({ where: { accountId: viewer.accountId, readAt: null }, take: MOST_COUNTED })
}

/**
 * What an open page shows of the viewer's inbox when there is news: few reads, bounded.
 * @throws DeskError FORBIDDEN.
 */
export async function inboxNews(viewer: Viewer): Promise<InboxNews> {
  const count = await inboxCount(viewer)
  if (count === 0 || viewer.accountId === null) return { count, alerts: [] }
  const prisma = await database()
  const items = await prisma.inboxItem.findMany({
    where: { accountId: viewer.accountId, kind: 'alert', readAt: null },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: MOST_NEWS,
  })
  const notices = await noticeViews(prisma, viewer, items)
  return { count, alerts: notices.flatMap(({ alert, at }) => (alert ? [{ ...alert, at }] : [])) }
}

/**
 * A page of what was told to the viewer, newest first; unread ones alone unless all are asked for.
 * @throws DeskError FORBIDDEN.
 */
export async function listNotices(viewer: Viewer, { show, after }: InboxAddress): Promise<NoticePage> {
  authorize(viewer, 'inbox:read')
  if (viewer.accountId === null) return { rows: [], next: null }
  const prisma = await database()
  const found = await prisma.inboxItem.findMany({
    where: { accountId: viewer.accountId, ...(show === 'unread' ? { readAt: null } : {}), ...olderThan('at', after) },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
  })
  const items = found.slice(0, PAGE)
  const last = items.at(-1)
  const next = found.length > PAGE && last ? cursorOf(last.at, last.id) : null
  return { rows: await noticeViews(prisma, viewer, items), next }
}

/**
 * The work that waits for the viewer: to review, sent back, begun, to code.
 * @throws DeskError FORBIDDEN.
 */
export async function waitingFor(viewer: Viewer): Promise<WaitingView> {
  authorize(viewer, 'inbox:read')
  const prisma = await database()
  const [toReview, returned, drafts, samples] = await Promise.all([
    may(viewer, 'incident:approve') ? waitingCount(viewer) : null,
    returnedTo(prisma, viewer),
    ownRows(prisma, viewer, 'draft', Prisma.sql`i.updated_at, i.dyad_id, i.id`),
    samplesToCode(prisma, viewer),
  ])
  return { toReview, returned, drafts, samples }
}

/** The first of the viewer's own incidents whose latest revision has a status; those who may not write have none. */
async function ownRows(
  reader: Reader,
  viewer: Viewer,
  status: 'draft' | 'returned',
  order: Prisma.Sql,
): Promise<FirstOf<IncidentRow>> {
  if (viewer.accountId === null || !may(viewer, 'incident:edit')) return { rows: [], more: 0 }
  const keys = await reader.$queryRaw<{ dyadId: string; id: string; total: number }[]>`
    SELECT i.dyad_id AS "dyadId", i.id, (count(*) OVER ())::int AS total FROM incident i
    WHERE i.head_status = ${status} AND ${viewer.accountId}::uuid = ANY (i.authors)
    ORDER BY ${order} LIMIT ${MOST_OWN}`
  return { rows: await rowsByKey(reader, keys), more: (keys[0]?.total ?? 0) - keys.length }
}

async function returnedTo(reader: Reader, viewer: Viewer): Promise<FirstOf<ReturnedView>> {
  const { rows, more } = await ownRows(reader, viewer, 'returned', Prisma.sql`i.updated_at DESC, i.dyad_id, i.id`)
  const heads = await reader.incidentRevision.findMany({
    where: { OR: rows.map(({ dyadId, id, revision }) => ({ dyadId, incidentId: id, revision })) },
    select: { dyadId: true, incidentId: true, byId: true, at: true, reason: true },
  })
  const names = await namesOf(
    reader,
    heads.map(({ byId }) => byId),
  )
  const views = rows.flatMap((row): ReturnedView[] => {
    const head = heads.find(({ dyadId, incidentId }) => dyadId === row.dyadId && incidentId === row.id)
    return head ? [{ row, by: nameOf(names, head.byId), at: head.at.toISOString(), comment: head.reason }] : []
  })
  return { rows: views, more }
}

async function samplesToCode(reader: Reader, viewer: Viewer): Promise<SampleToCode[]> {
  if (viewer.accountId === null || !may(viewer, 'sample:code')) return []
  return reader.$queryRaw<SampleToCode[]>`
    SELECT * FROM (
      SELECT s.id::text AS id, s.title,
        (SELECT count(*)::int FROM coding c WHERE c.sample_id = s.id AND c.coder_id = p.account_id) AS coded,
        (SELECT count(*)::int FROM coding_unit u WHERE u.sample_id = s.id) AS units
      FROM coding_coder p JOIN coding_sample s ON s.id = p.sample_id
      WHERE p.account_id = ${viewer.accountId}::uuid AND p.excused_at IS NULL AND s.status = 'open'
      ORDER BY s.at, s.id) mine
    WHERE coded < units`
}
