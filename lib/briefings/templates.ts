import 'server-only'
import { randomUUID } from 'node:crypto'
import { logActivity } from '@/lib/activity/log'
import { awaitEarlier, isChangeOf, isOpenTo, saysSame } from '@/lib/again'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { BriefingTemplate, Prisma } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { keepContent } from './content'
import { keepEvent } from './events'
import { cleanPng } from './logo'
import type { ArchiveInput, ChangeTemplateInput, NewTemplateInput } from './schema'
import { logoOf, type TemplateState, templateStateOf } from './template-look'
import type { TemplateStands, Written } from './views'

type Fields = Omit<NewTemplateInput, 'logo' | 'requestId' | 'name'>

const stateFrom = (
  { teamName, footer, sections, language, mark }: Fields,
  logo: TemplateState['logo'],
): TemplateState => ({ teamName, footer, sections, language, mark, logo })

async function keptLogo(tx: Transaction, logo: string | null): Promise<TemplateState['logo']> {
  if (logo === null) return null
  const { png, width, height } = cleanPng(Buffer.from(logo, 'base64'))
  return { hash: await keepContent(tx, png), width, height }
}

/**
 * Makes a template of documents. The same `requestId` again makes no second one: what it says now is saved to the first, where nobody
 * wrote to that since.
 * @throws DeskError FORBIDDEN; INVALID by field, for a logo as `cleanPng`; CONFLICT as `isChangeOf`.
 */
export async function createTemplate(viewer: Viewer, input: NewTemplateInput): Promise<Written> {
  authorize(viewer, 'briefing:template')
  const { logo, requestId, name } = input
  return inTransaction(async (tx) => {
    const id = requestId ?? randomUUID()
    await awaitEarlier(tx, id)
    const there = await lockedTemplate(tx, id)
    const state = stateFrom(input, await keptLogo(tx, logo))
    if (there) {
      const { revision } = there
      const byId = await makerOf(tx, id)
      const isChange = isChangeOf(viewer, 'template', { id, revision, byId, same: says(name, state)(there) })
      return isChange ? put(tx, viewer, there, { name, state: json(state) }, 'changed') : { id, revision }
    }
    const stamps = { createdAt: now(), updatedAt: now(), updatedById: viewer.accountId }
    const template = await tx.briefingTemplate.create({
      data: { id, revision: 1, name, state: json(state), ...stamps },
    })
    return kept(tx, viewer, template, 'created')
  })
}

const json = (state: TemplateState) => state as unknown as Prisma.InputJsonObject

async function standsOf(tx: Transaction, { name, state }: BriefingTemplate): Promise<TemplateStands> {
  const { logo, ...look } = templateStateOf(state)
  return { name, ...look, logo: await logoOf(tx, logo) }
}

/** Whether a template says this. */
const says =
  (name: string, state: TemplateState) =>
  (template: BriefingTemplate): boolean =>
    template.name === name && saysSame(templateStateOf(template.state), state)

async function lockedTemplate(tx: Transaction, id: string): Promise<BriefingTemplate | null> {
  await tx.$queryRaw`SELECT id FROM briefing_template WHERE id = ${id}::uuid FOR UPDATE`
  return tx.briefingTemplate.findUnique({ where: { id } })
}

/** Who made a template that is there. */
async function makerOf(tx: Transaction, id: string): Promise<string | null> {
  const where = { subjectId_revision: { subjectId: id, revision: 1 } }
  return (await tx.briefingEvent.findUniqueOrThrow({ where, select: { byId: true } })).byId
}

/** Reads a template for a change, after which it `will` be so. */
async function openTemplate(
  tx: Transaction,
  viewer: Viewer,
  { id, baseRevision }: Pick<ChangeTemplateInput, 'id' | 'baseRevision'>,
  will: (template: BriefingTemplate) => boolean,
): Promise<BriefingTemplate> {
  const template = await lockedTemplate(tx, id)
  if (!template) throw new DeskError('NOT_FOUND', 'There is no such template.')
  if (!isOpenTo(viewer, template, baseRevision, will))
    throw new DeskError('CONFLICT', 'Somebody changed this template meanwhile.', undefined, {
      revision: template.revision,
      state: await standsOf(tx, template),
    })
  return template
}

/**
 * Changes a template: documents that are frozen already stay as they are. Saying the same again writes nothing.
 * @throws DeskError FORBIDDEN; NOT_FOUND; CONFLICT with the template as it stands; INVALID by field.
 */
export async function changeTemplate(viewer: Viewer, input: ChangeTemplateInput): Promise<Written> {
  authorize(viewer, 'briefing:template')
  const { id, logo, name } = input
  return inTransaction(async (tx) => {
    const given = logo === undefined ? undefined : await keptLogo(tx, logo)
    const stateAfter = ({ state }: BriefingTemplate) =>
      stateFrom(input, given === undefined ? templateStateOf(state).logo : given)
    const will = (template: BriefingTemplate) => says(name, stateAfter(template))(template)
    const before = await openTemplate(tx, viewer, input, will)
    if (will(before)) return { id, revision: before.revision }
    const state = stateAfter(before)
    return put(tx, viewer, before, { name, state: json(state) }, 'changed')
  })
}

/**
 * Puts a template aside, or brings it back. Drafts that use it go on to.
 * @throws DeskError FORBIDDEN; NOT_FOUND; CONFLICT as `changeTemplate`.
 */
export async function archiveTemplate(viewer: Viewer, input: ArchiveInput): Promise<Written> {
  authorize(viewer, 'briefing:template')
  const { id, archived } = input
  const isSo = ({ archivedAt }: BriefingTemplate) => (archivedAt !== null) === archived
  return inTransaction(async (tx) => {
    const before = await openTemplate(tx, viewer, input, isSo)
    if (isSo(before)) return { id, revision: before.revision }
    return put(tx, viewer, before, { archivedAt: archived ? now() : null }, archived ? 'archived' : 'restored')
  })
}

type Done = 'created' | 'changed' | 'archived' | 'restored'

async function put(
  tx: Transaction,
  viewer: Viewer,
  { id, revision }: BriefingTemplate,
  data: { name?: string; state?: Prisma.InputJsonObject; archivedAt?: Date | null },
  done: Done,
): Promise<Written> {
  const stamps = { revision: revision + 1, updatedAt: now(), updatedById: viewer.accountId }
  return kept(tx, viewer, await tx.briefingTemplate.update({ where: { id }, data: { ...data, ...stamps } }), done)
}

async function kept(
  tx: Transaction,
  viewer: Viewer,
  { id, revision, name, state, updatedAt: at, archivedAt }: BriefingTemplate,
  action: Done,
): Promise<Written> {
  const whole = { ...json(templateStateOf(state)), name, archived: archivedAt !== null }
  await keepEvent(tx, viewer, 'template', { id, revision, at, action, state: whole })
  await logActivity(tx, viewer, {
    action: 'briefing-template-written',
    subject: id,
    detail: { done: action, title: name },
  })
  return { id, revision }
}
