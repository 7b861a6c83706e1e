import 'server-only'
import type { AsOf } from '@/lib/as-of/schema'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { revisionViewOf } from './rows'
import type { AnnotationRevisionView, AnnotationView } from './views'

/** Annotations that the charts of a dyad show, the latest ones, and states that a history shows. */
const MOST = 200

interface Head {
  id: string
  revision: number
  startDay: number
  endDay: number | null
  text: string
  byId: string | null
  at: Date
  firstById: string | null
  firstAt: Date
}

/**
 * The annotations of a dyad that are not withdrawn, by their first day; as of a moment, those of then. At most the latest 200.
 * One read over the dyad's annotations.
 * @throws DeskError FORBIDDEN.
 */
export async function annotationsOf(
  viewer: Viewer,
  dyadId: string,
  { asOf }: { asOf?: AsOf } = {},
): Promise<AnnotationView[]> {
  authorize(viewer, 'dyad:read')
  const prisma = await database()
  const until = asOf ? Prisma.sql`AND at <= ${asOf.moment}` : Prisma.empty
  const heads = await prisma.$queryRaw<Head[]>`
    SELECT h.annotation_id::text AS id, h.revision, h.start_day AS "startDay", h.end_day AS "endDay", h.text, h.by_id::text AS "byId", h.at,
      f.by_id::text AS "firstById", f.at AS "firstAt"
    FROM (
      SELECT DISTINCT ON (annotation_id) * FROM annotation_revision
      WHERE dyad_id = ${dyadId} ${until} ORDER BY annotation_id, revision DESC
    ) h JOIN annotation_revision f ON f.dyad_id = h.dyad_id AND f.annotation_id = h.annotation_id AND f.revision = 1
    WHERE h.action <> 'withdrawn' ORDER BY h.start_day DESC, h.annotation_id LIMIT ${MOST}`
  const names = await namesOf(
    prisma,
    heads.flatMap(({ byId, firstById }) => [byId, firstById]),
  )
  const views = heads.map(({ byId, firstById, firstAt, at, ...head }): AnnotationView => {
    const edited = head.revision > 1
    return {
      dyadId,
      ...head,
      by: nameOf(names, firstById),
      at: firstAt.toISOString(),
      editedBy: edited ? nameOf(names, byId) : null,
      editedAt: edited ? at.toISOString() : null,
    }
  })
  return views.sort((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
}

/**
 * What was written on a dyad's charts, changed and withdrawn, newest first; as of a moment, up to then. At most the latest 200.
 * @throws DeskError FORBIDDEN.
 */
export async function annotationHistory(
  viewer: Viewer,
  dyadId: string,
  { asOf }: { asOf?: AsOf } = {},
): Promise<AnnotationRevisionView[]> {
  authorize(viewer, 'dyad:read')
  const prisma = await database()
  const rows = await prisma.annotationRevision.findMany({
    where: { dyadId, at: asOf && { lte: asOf.moment } },
    orderBy: { at: 'desc' },
    take: MOST,
  })
  const names = await namesOf(
    prisma,
    rows.map(({ byId }) => byId),
  )
  return rows.map((row) => revisionViewOf(row, nameOf(names, row.byId)))
}
