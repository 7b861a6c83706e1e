import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { cursorOf, olderThan } from '@/lib/db/cursor'
import { namesOf } from '@/lib/incidents/names'
import type { Source } from './apart/source'
import { draftRowOf, draftViewOf, peopleOf, revisionViewOf } from './draft-rows'
import { draftRow } from './draft-store'
import type { DraftFilter } from './filter'
import { refuseWhileOwedIn } from './owed'
import { composed, sourceFrom } from './rendering'
import type { DraftPage, DraftRendering, DraftRevisionView, DraftView } from './views'

const PAGE = 50
const MOST_REVISIONS = 200

/**
 * A page of the drafts that are open, or of those put aside, the latest changed first.
 * @throws DeskError FORBIDDEN.
 */
export async function listDrafts(viewer: Viewer, { show, after }: DraftFilter = { show: 'open' }): Promise<DraftPage> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  const rows = await prisma.briefingDraft.findMany({
    where: { status: show, ...olderThan('updatedAt', after) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const names = await namesOf(prisma, page.flatMap(peopleOf))
  const last = page.at(-1)
  const next = rows.length > PAGE && last ? cursorOf(last.updatedAt, last.id) : null
  return { drafts: page.map((row) => draftRowOf(row, names)), next }
}

/**
 * A draft with its settings and edits.
 * @throws DeskError FORBIDDEN, also for who owes a blind coding in one of its dyads: edits tell what the rules said; NOT_FOUND.
 */
export async function getDraft(viewer: Viewer, id: string): Promise<DraftView> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  const row = await draftRow(prisma, id)
  await refuseWhileOwedIn(prisma, viewer, row.dyadIds)
  return draftViewOf(row, await namesOf(prisma, peopleOf(row)))
}

/**
 * What was done to a draft, newest first; at most the latest 200 states.
 * @throws DeskError as `getDraft`.
 */
export async function draftHistory(viewer: Viewer, id: string): Promise<DraftRevisionView[]> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  const { dyadIds } = await draftRow(prisma, id)
  await refuseWhileOwedIn(prisma, viewer, dyadIds)
  const rows = await prisma.briefingDraftRevision.findMany({
    where: { draftId: id },
    orderBy: { revision: 'desc' },
    take: MOST_REVISIONS + 1,
  })
  const people = rows.flatMap(({ byId, state }) => [byId, ...peopleOf({ state, createdById: null, updatedById: null })])
  const names = await namesOf(prisma, people)
  return rows.slice(0, MOST_REVISIONS).map((row, index) => revisionViewOf(row, names, rows[index + 1]?.evidenceHash))
}

/**
 * A draft with all that it is made of: its settings, its edits and the record that it keeps.
 * @throws DeskError as `getDraft`.
 */
export async function sourceOfDraft(viewer: Viewer, id: string): Promise<{ draft: DraftView; source: Source }> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  const row = await draftRow(prisma, id)
  await refuseWhileOwedIn(prisma, viewer, row.dyadIds)
  const draft = draftViewOf(row, await namesOf(prisma, peopleOf(row)))
  return { draft, source: await sourceFrom(row.evidenceHash, draft.settings, draft.edits) }
}

/**
 * A draft as it would be printed now, from the record that it keeps, with what the check of its edits finds.
 * @throws DeskError as `getDraft`; the signal's reason when it is aborted.
 */
export async function renderingOfDraft(viewer: Viewer, id: string, signal?: AbortSignal): Promise<DraftRendering> {
  const { draft, source } = await sourceOfDraft(viewer, id)
  return { draft, ...(await composed(source, signal)) }
}
