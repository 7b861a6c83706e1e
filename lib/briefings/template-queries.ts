import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { BriefingTemplate } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import type { EventView } from '@/lib/events'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { eventsOf } from './events'
import { logoOf, templateStateOf } from './template-look'
import type { TemplateView } from './views'

const MOST_TEMPLATES = 100

async function viewOf(reader: Reader, row: BriefingTemplate, names: Map<string, string>): Promise<TemplateView> {
  const { id, revision, name, archivedAt, updatedAt, updatedById } = row
  const { logo, ...state } = templateStateOf(row.state)
  return {
    id,
    revision,
    name,
    ...state,
    logo: await logoOf(reader, logo),
    archived: archivedAt !== null,
    updatedAt: updatedAt.toISOString(),
    updatedBy: nameOf(names, updatedById),
  }
}

/**
 * The templates, by name; archived ones last.
 * @throws DeskError FORBIDDEN.
 */
export async function listTemplates(viewer: Viewer): Promise<TemplateView[]> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  const rows = await prisma.briefingTemplate.findMany({
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    take: MOST_TEMPLATES,
  })
  const names = await namesOf(
    prisma,
    rows.map(({ updatedById }) => updatedById),
  )
  return Promise.all(rows.map((row) => viewOf(prisma, row, names)))
}

/**
 * A template with its history.
 * @throws DeskError FORBIDDEN; NOT_FOUND.
 */
export async function getTemplate(viewer: Viewer, id: string): Promise<TemplateView & { history: EventView[] }> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  const row = await prisma.briefingTemplate.findUnique({ where: { id } })
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such template.')
  const names = await namesOf(prisma, [row.updatedById])
  return { ...(await viewOf(prisma, row, names)), history: await eventsOf(prisma, id) }
}
