import 'server-only'
import { randomUUID } from 'node:crypto'
import { logActivity } from '@/lib/activity/log'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { MethodParameters } from '@/lib/core/scoring'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { faultyInput } from '@/lib/form-action'
import { lockMethods, openDraft } from './drafts'
import { DRAFT_VERSION } from './judge-parameters'
import { changesBetween, loggedChanges } from './parameter-changes'
import { type DraftDiscard, type DraftPublication, type DraftSave, type NewDraft, parametersSchema } from './schema'
import { type Method, methodById, methodHash, methodInUse } from './store'
import { nextVersionId } from './version-id'
import type { DraftWritten } from './views'

async function baseOf(tx: Transaction, id: string | undefined): Promise<Method> {
  if (id === undefined) return methodInUse(tx)
  const known = await tx.methodVersion.findUnique({ where: { id }, select: { id: true } })
  if (!known) throw new DeskError('INVALID', `There is no version ${id}.`, { basedOn: [`There is no version ${id}.`] })
  return methodById(tx, id)
}

/**
 * Starts a draft from the version in use or from `basedOn`, with that version's parameters or with others. The same `requestId` again
 * makes no second one: what it says now is saved to the first, where nobody wrote to that since.
 * @throws DeskError FORBIDDEN; INVALID by field, also for a version that was never published; CONFLICT as `saveDraft` for one
 * that is there already.
 */
export async function createDraft(viewer: Viewer, input: NewDraft): Promise<DraftWritten> {
  authorize(viewer, 'method:draft')
  return inTransaction(async (tx) => {
    await lockMethods(tx)
    const base = await baseOf(tx, input.basedOn)
    const parameters: MethodParameters = { ...(input.parameters ?? base.parameters), version: DRAFT_VERSION }
    const [id, at, by] = [input.requestId ?? randomUUID(), now(), viewer.accountId]
    const { title, note } = input
    const there = await tx.methodDraft.findUnique({ where: { id }, select: { createdById: true } })
    if (there && there.createdById !== by) throw new DeskError('FORBIDDEN', 'This draft is somebody else’s.')
    if (there) return putOpenDraft(tx, viewer, { id, baseRevision: 1, title, note, parameters })
    await tx.methodDraft.create({
      data: {
        id,
        title,
        note,
        basedOn: base.id,
        parameters: { ...parameters },
        revision: 1,
        status: 'open',
        createdAt: at,
        createdById: by,
        updatedAt: at,
        updatedById: by,
      },
    })
    const changes = loggedChanges(changesBetween(base.parameters, parameters))
    await logActivity(tx, viewer, {
      action: 'method-drafted',
      subject: id,
      detail: { title, basedOn: base.id, changes },
    })
    return { id, revision: 1 }
  })
}

/** Whether two drafts say the same. */
const isSame = (draft: Pick<DraftSave, 'title' | 'note' | 'parameters'>, save: DraftSave) =>
  draft.title === save.title &&
  draft.note === save.note &&
  changesBetween(draft.parameters, save.parameters).length === 0

/**
 * Saves an open draft; saying the same again writes nothing.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT with the draft as it stands (`DraftConflict`) where somebody saved it,
 * published it or discarded it since `baseRevision`.
 */
export async function saveDraft(viewer: Viewer, input: DraftSave): Promise<DraftWritten> {
  authorize(viewer, 'method:draft')
  return inTransaction(async (tx) => {
    await lockMethods(tx)
    return putOpenDraft(tx, viewer, input)
  })
}

async function putOpenDraft(tx: Transaction, viewer: Viewer, input: DraftSave): Promise<DraftWritten> {
  const { id, baseRevision, title, note } = input
  const draft = await openDraft(tx, id, baseRevision)
  if (isSame(draft, input)) return { id, revision: draft.revision }
  const parameters = { ...input.parameters, version: DRAFT_VERSION }
  await putDraft(tx, viewer, draft, { title, note, parameters })
  const changes = loggedChanges(changesBetween(draft.parameters, parameters))
  const renamed = title === draft.title ? {} : { titleBefore: draft.title }
  const noted = note === draft.note ? {} : { noteChanged: true }
  const detail = { title, ...renamed, ...noted, changes }
  await logActivity(tx, viewer, { action: 'method-draft-changed', subject: id, detail })
  return { id, revision: draft.revision + 1 }
}

type Changed = Partial<Pick<DraftSave, 'title' | 'note' | 'parameters'>> & { status?: string; publishedAs?: string }

/** Writes the next revision of a draft that `openDraft` gave. */
async function putDraft(
  tx: Transaction,
  viewer: Viewer,
  { id, revision }: DraftWritten,
  { parameters, ...changed }: Changed,
): Promise<void> {
  const data = { ...changed, revision: revision + 1, updatedAt: now(), updatedById: viewer.accountId }
  await tx.methodDraft.update({ where: { id }, data: parameters ? { ...data, parameters: { ...parameters } } : data })
}

/**
 * Puts an open draft aside for good; it stays to be read.
 * @throws DeskError FORBIDDEN, NOT_FOUND, CONFLICT as `saveDraft`.
 */
export async function discardDraft(viewer: Viewer, { id, baseRevision }: DraftDiscard): Promise<DraftWritten> {
  authorize(viewer, 'method:draft')
  return inTransaction(async (tx) => {
    await lockMethods(tx)
    const draft = await openDraft(tx, id, baseRevision)
    await putDraft(tx, viewer, draft, { status: 'discarded' })
    await logActivity(tx, viewer, { action: 'method-draft-discarded', subject: id, detail: { title: draft.title } })
    return { id, revision: draft.revision + 1 }
  })
}

/** A draft may be older than a rule of today, or come from elsewhere than the form. */
function mustFit(parameters: MethodParameters): void {
  const parsed = parametersSchema.safeParse(parameters)
  if (!parsed.success) throw faultyInput(parsed.error.issues)
}

/** The method that a draft is published against. Not a conflict of the draft itself, so without its detail. */
async function methodBefore(tx: Transaction, seen: string | undefined): Promise<Method> {
  const inUse = await methodInUse(tx)
  if (seen === undefined || seen === inUse.id) return inUse
  throw new DeskError('CONFLICT', `Version ${inUse.id} was published meanwhile. Compare the draft with it first.`)
}

/**
 * Publishes an open draft as the next minor version, which every score is made with from then on. The stored series follow
 * dyad by dyad (`rebuildStep`, the next save of a dyad, `extendDyads`): O(incidents × days) for each. Itself it writes one
 * row, whatever is on record.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT as `saveDraft`, or where another version than `inUse` is in use;
 * INVALID where nothing differs from the version in use.
 */
export async function publishDraft(viewer: Viewer, input: DraftPublication): Promise<{ id: string; hash: string }> {
  authorize(viewer, 'method:publish')
  return inTransaction(async (tx) => {
    await lockMethods(tx)
    const draft = await openDraft(tx, input.id, input.baseRevision)
    const before = await methodBefore(tx, input.inUse)
    mustFit(draft.parameters)
    const changes = changesBetween(before.parameters, draft.parameters)
    if (changes.length === 0)
      throw new DeskError('INVALID', `These are the parameters of version ${before.id}, which is in use already.`)
    const versions = await tx.methodVersion.findMany({ select: { id: true } })
    const id = nextVersionId(versions.map((version) => version.id))
    const parameters: MethodParameters = { ...draft.parameters, version: id }
    const hash = methodHash(parameters)
    const { reason } = input
    // Later than the version before it, whatever the clock says: the latest is the one in use.
    const publishedAt = new Date(Math.max(now().getTime(), before.publishedAt.getTime() + 1))
    const data = { id, parameters: { ...parameters }, hash, reason, publishedAt, basedOn: draft.basedOn }
    await tx.methodVersion.create({ data: { ...data, byId: viewer.accountId } })
    await putDraft(tx, viewer, draft, { status: 'published', publishedAs: id })
    const told = { draft: draft.id, title: draft.title, basedOn: draft.basedOn, before: before.id, hash, reason }
    const detail = { ...told, changes: loggedChanges(changes) }
    await logActivity(tx, viewer, { action: 'method-published', subject: id, detail })
    return { id, hash }
  })
}
