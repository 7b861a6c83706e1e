import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { completeParameters } from '@/lib/core/record'
import { database } from '@/lib/db/client'
import type { MethodVersion } from '@/lib/db/generated/client'
import { DeskError } from '@/lib/errors'
import { authorsOf, draftFrom } from './drafts'
import { changesBetween } from './parameter-changes'
import { methodInUse } from './store'
import type { DraftLine, DraftStatus, DraftView, MethodView, PreviewChoice, VersionView } from './views'

const SHOWN_HASH = 8
const MOST_CLOSED_DRAFTS = 100

interface StoredVersion extends Pick<MethodVersion, 'id' | 'hash' | 'reason' | 'publishedAt'> {
  parameters: unknown
}

function viewOf({ id, parameters, hash, reason, publishedAt }: StoredVersion): MethodView {
  return {
    id,
    parameters: completeParameters(parameters),
    hash: hash.slice(0, SHOWN_HASH),
    reason,
    publishedAt: publishedAt.toISOString(),
  }
}

/**
 * The method that every score on the desk is made with now.
 * @throws DeskError FORBIDDEN
 */
export async function currentMethod(viewer: Viewer): Promise<MethodView> {
  authorize(viewer, 'method:read')
  return viewOf(await methodInUse(await database()))
}

/**
 * Every published version with what it changed, the one in use first. Versions are few: all are read.
 * @throws DeskError FORBIDDEN
 */
export async function listVersions(viewer: Viewer): Promise<VersionView[]> {
  authorize(viewer, 'method:read')
  const prisma = await database()
  const rows = await prisma.methodVersion.findMany({ orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }] })
  const byOf = await authorsOf(
    prisma,
    rows.map((row) => row.byId),
  )
  const views = rows.map(viewOf)
  return rows.map((row, index): VersionView => {
    const [view, before] = [views[index], views[index + 1]]
    return {
      ...view,
      by: byOf(row.byId),
      basedOn: row.basedOn,
      inUse: index === 0,
      before: before ? { id: before.id, changes: changesBetween(before.parameters, view.parameters) } : null,
    }
  })
}

/**
 * One published version.
 * @throws DeskError FORBIDDEN, NOT_FOUND
 */
export async function getVersion(viewer: Viewer, id: string): Promise<VersionView> {
  const version = (await listVersions(viewer)).find((one) => one.id === id)
  if (!version) throw new DeskError('NOT_FOUND', `There is no version ${id} of the method.`)
  return version
}

/**
 * The open drafts, the last saved first, then those that were published or discarded: at most a hundred of these.
 * @throws DeskError FORBIDDEN
 */
export async function listDrafts(viewer: Viewer): Promise<DraftLine[]> {
  authorize(viewer, 'method:draft')
  const prisma = await database()
  const orderBy = { updatedAt: 'desc' as const }
  const open = await prisma.methodDraft.findMany({ where: { status: 'open' }, orderBy })
  const closed = await prisma.methodDraft.findMany({
    where: { status: { not: 'open' } },
    orderBy,
    take: MOST_CLOSED_DRAFTS,
  })
  const rows = [...open, ...closed]
  const byOf = await authorsOf(
    prisma,
    rows.map((row) => row.updatedById),
  )
  const versions = new Map((await listVersions(viewer)).map((version) => [version.id, version.parameters]))
  return rows.map((row): DraftLine => {
    const base = versions.get(row.basedOn)
    return {
      id: row.id,
      title: row.title,
      basedOn: row.basedOn,
      status: row.status as DraftStatus,
      publishedAs: row.publishedAs,
      updatedAt: row.updatedAt.toISOString(),
      updatedBy: byOf(row.updatedById),
      changes: base ? changesBetween(base, completeParameters(row.parameters)).length : 0,
    }
  })
}

/**
 * One draft, open or not.
 * @throws DeskError FORBIDDEN, NOT_FOUND
 */
export async function getDraft(viewer: Viewer, id: string): Promise<DraftView> {
  authorize(viewer, 'method:draft')
  const prisma = await database()
  const row = await prisma.methodDraft.findUnique({ where: { id } })
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such draft.')
  return draftFrom(prisma, row)
}

/**
 * The dyads that a draft can be previewed on, by the close of their last covered week, highest first: one index entry a dyad.
 * @throws DeskError FORBIDDEN
 */
export async function previewChoices(viewer: Viewer): Promise<PreviewChoice[]> {
  authorize(viewer, 'method:draft')
  return (await database()).$queryRaw<PreviewChoice[]>`
    SELECT w.dyad_id AS "dyadId", s.close FROM dyad_week w
    JOIN dyad_week s ON s.dyad_id = w.dyad_id AND s.week_start = w.covered_through
    WHERE w.week_start = ${weekStartOf(todayUtc())} ORDER BY s.close DESC, w.dyad_id`
}
