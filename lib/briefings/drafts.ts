import 'server-only'
import { randomUUID } from 'node:crypto'
import { logActivity } from '@/lib/activity/log'
import { awaitEarlier, isChangeOf, refuseMade, saysSame } from '@/lib/again'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { BriefingDraft } from '@/lib/db/generated/client'
import { inTransaction, type Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { faultyInput } from '@/lib/form-action'
import { momentOf, requestOf, sameRequest } from './asked'
import { keepContent } from './content'
import { type DraftState, draftStateOf } from './draft-state'
import {
  beginDraft,
  draftRow,
  lockedDraft,
  type NextDraft,
  noteOf,
  type Origin,
  openDraft,
  putDraft,
} from './draft-store'
import { gatherEvidence } from './gather'
import {
  type ArchiveInput,
  type ChangeDraftInput,
  type DraftSettings,
  type NewDraftInput,
  type RefreshInput,
  type ReviseInput,
  settingsSchema,
} from './schema'
import type { Written } from './views'

/**
 * Begins a briefing: the record is read and kept with it, so that what it says changes only when it is refreshed. The same
 * `requestId` again makes no second one: what it says now is saved to the first, where nobody wrote to that since.
 * @throws DeskError FORBIDDEN; INVALID, NOT_FOUND as `gatherEvidence`, and for a briefing to replace that there is none of; CONFLICT
 * as `isChangeOf`.
 */
export async function createDraft(viewer: Viewer, input: NewDraftInput): Promise<Written> {
  authorize(viewer, 'briefing:compose')
  const { asOf, requestId, supersedes, ...settings } = input
  const state = { settings, edits: [] }
  const moment = momentOf(asOf)
  const isSame = (draft: BriefingDraft) =>
    saysSame(draftStateOf(draft.state).settings, settings) &&
    draft.supersedes === supersedes &&
    (asOf === undefined || draft.asOf.getTime() === moment.getTime())
  return begin(viewer, requestId, { state, moment, supersedes, scheduleId: null, isSame })
}

/**
 * Begins a briefing that is to replace a published one: by its settings and edits, from the record as it is now. The same `requestId`
 * again returns what the first call made.
 * @throws DeskError as `createDraft`; INVALID for one that is replaced already.
 */
export async function reviseBriefing(viewer: Viewer, { briefingId, requestId }: ReviseInput): Promise<Written> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  const briefing = await prisma.briefing.findUnique({ where: { id: briefingId }, select: { draftId: true } })
  if (!briefing) throw new DeskError('NOT_FOUND', 'There is no such briefing.')
  const state = draftStateOf((await draftRow(prisma, briefing.draftId)).state)
  const isSame = (draft: BriefingDraft) => draft.supersedes === briefingId
  return begin(viewer, requestId, {
    state,
    moment: momentOf(undefined),
    supersedes: briefingId,
    scheduleId: null,
    isSame,
  })
}

/** How a briefing begins. */
interface Beginning extends Origin {
  state: DraftState
  moment: Date
  /** Whether what an earlier call made under the same id is what is asked for. */
  isSame: (draft: BriefingDraft) => boolean
}

/** Reads the record, then writes the first state; or the next one, where an earlier call under the same id made another. */
export async function begin(viewer: Viewer, requestId: string | undefined, beginning: Beginning): Promise<Written> {
  const { state, moment, supersedes, scheduleId } = beginning
  const id = requestId ?? randomUUID()
  const prisma = await database()
  const there = await prisma.briefingDraft.findUnique({ where: { id } })
  if (there && !isChangeOfDraft(viewer, there, beginning)) return { id, revision: there.revision }
  if (!there) await refuseReplaced(supersedes)
  const evidence = JSON.stringify(await gatherEvidence(viewer, requestOf(state.settings, moment)))
  return inTransaction(async (tx) => {
    await awaitEarlier(tx, id)
    const row = await lockedDraft(tx, id)
    if (row && !isChangeOfDraft(viewer, row, beginning)) return { id, revision: row.revision }
    await refuseNoTemplate(tx, state.settings)
    const next: NextDraft = { state, evidenceHash: await keepContent(tx, evidence), asOf: moment }
    if (row) return putDraft(tx, viewer, { row, state: draftStateOf(row.state) }, 'changed', next)
    const written = await beginDraft(tx, viewer, id, next, { supersedes, scheduleId })
    await logActivity(tx, viewer, { action: 'briefing-drafted', subject: id, ...noteOf(state) })
    return written
  })
}

/**
 * Whether what an earlier call made under the same id needs to be changed to be what is asked for.
 * @throws DeskError CONFLICT as `isChangeOf`, and where it is to replace another briefing, or none.
 */
function isChangeOfDraft(viewer: Viewer, draft: BriefingDraft, { supersedes, isSame }: Beginning): boolean {
  const { id, revision, createdById: byId } = draft
  if (!isChangeOf(viewer, 'draft', { id, revision, byId, same: isSame(draft) })) return false
  if (draft.supersedes === supersedes) return true
  const replaces = draft.supersedes === null ? 'to replace none' : `to replace briefing ${draft.supersedes}`
  throw refuseMade(id, `This draft was made already, ${replaces}. Go on from it there.`)
}

async function refuseReplaced(supersedes: string | null): Promise<void> {
  if (supersedes === null) return
  const prisma = await database()
  const briefing = await prisma.briefing.findUnique({ where: { id: supersedes }, select: { id: true } })
  if (!briefing) throw new DeskError('NOT_FOUND', 'There is no such briefing.')
  const newer = await prisma.briefing.findUnique({ where: { supersedes }, select: { id: true } })
  if (newer) throw new DeskError('INVALID', `Briefing ${supersedes} was replaced by ${newer.id} already.`)
}

async function refuseNoTemplate(reader: Reader, { templateId }: DraftSettings): Promise<void> {
  if (templateId === null) return
  const template = await reader.briefingTemplate.findUnique({ where: { id: templateId }, select: { id: true } })
  if (!template)
    throw new DeskError('INVALID', 'There is no such template.', { templateId: ['There is no such template.'] })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** @throws DeskError INVALID where the changed settings do not fit the others. */
function changed(settings: DraftSettings, change: Partial<DraftSettings>): DraftSettings {
  const parsed = settingsSchema.safeParse({ ...settings, ...change })
  if (!parsed.success) throw faultyInput(parsed.error.issues)
  return parsed.data
}

/**
 * Changes some of what a draft is made by; the other settings and its edits stay, whoever changed them meanwhile. Where other dyads,
 * weeks or another method are asked for, the record is read anew as of the same moment. The same settings write nothing.
 * @throws DeskError FORBIDDEN; NOT_FOUND; INVALID; CONFLICT where somebody changed one of the same settings (detail: `DraftConflict`).
 */
export async function changeDraft(viewer: Viewer, input: ChangeDraftInput): Promise<Written> {
  authorize(viewer, 'briefing:compose')
  const { id, baseRevision, ...asked } = input
  const change: Partial<DraftSettings> = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  )
  const before = await draftRow(await database(), id)
  const { settings: settingsBefore } = draftStateOf(before.state)
  const read = changed(settingsBefore, change)
  const isSame = sameRequest(read, settingsBefore)
  const evidence = isSame ? null : JSON.stringify(await gatherEvidence(viewer, requestOf(read, before.asOf)))
  return inTransaction(async (tx) => {
    const open = await openDraft(tx, { id, baseRevision }, (base, latest) =>
      Object.keys(change).every((name) => same(Reflect.get(base.settings, name), Reflect.get(latest.settings, name))),
    )
    refuseArchived(open.row.status)
    const settings = changed(open.state.settings, change)
    if (same(open.state.settings, settings)) return { id, revision: open.row.revision }
    // Somebody refreshed it, or asked for something else, while the record was read.
    if (open.row.evidenceHash !== before.evidenceHash || !sameRequest(settings, read))
      throw new DeskError('CONFLICT', 'Somebody refreshed this draft at the same time. Look at it again.')
    await refuseNoTemplate(tx, settings)
    const evidenceHash = evidence === null ? open.row.evidenceHash : await keepContent(tx, evidence)
    const state = { settings, edits: open.state.edits }
    return putDraft(tx, viewer, open, 'changed', { state, evidenceHash, asOf: open.row.asOf })
  })
}

/**
 * Reads the record anew, as of now or another moment; settings and edits stay.
 * @throws DeskError as `changeDraft`, and `gatherEvidence`.
 */
export async function refreshDraft(viewer: Viewer, { id, baseRevision, asOf }: RefreshInput): Promise<Written> {
  authorize(viewer, 'briefing:compose')
  const before = await draftRow(await database(), id)
  const { settings } = draftStateOf(before.state)
  const moment = momentOf(asOf)
  const evidence = JSON.stringify(await gatherEvidence(viewer, requestOf(settings, moment)))
  return inTransaction(async (tx) => {
    const untouched = (base: NextStanding, latest: NextStanding) =>
      same(base.settings, latest.settings) && base.evidenceHash === latest.evidenceHash
    const open = await openDraft(tx, { id, baseRevision }, untouched)
    refuseArchived(open.row.status)
    if (!same(open.state.settings, settings))
      throw new DeskError('CONFLICT', 'Somebody changed this draft at the same time. Look at it again.')
    const evidenceHash = await keepContent(tx, evidence)
    return putDraft(tx, viewer, open, 'refreshed', { state: open.state, evidenceHash, asOf: moment })
  })
}

type NextStanding = DraftState & Pick<NextDraft, 'evidenceHash'>

/** @throws DeskError INVALID: an archived draft is brought back first. */
export function refuseArchived(status: string): void {
  if (status === 'archived') throw new DeskError('INVALID', 'This draft is archived. Bring it back first.')
}

/**
 * Puts a draft aside, or brings it back; nothing of it is deleted.
 * @throws DeskError FORBIDDEN; NOT_FOUND; INVALID for a published one; CONFLICT (detail: `DraftConflict`).
 */
export async function archiveDraft(viewer: Viewer, { id, baseRevision, archived }: ArchiveInput): Promise<Written> {
  authorize(viewer, 'briefing:compose')
  return inTransaction(async (tx) => {
    const open = await openDraft(tx, { id, baseRevision })
    const { row, state } = open
    if ((row.status === 'archived') === archived) return { id, revision: row.revision }
    const { evidenceHash, asOf } = row
    const next: NextDraft = { state, evidenceHash, asOf, status: archived ? 'archived' : 'open' }
    const action = archived ? 'briefing-draft-archived' : 'briefing-draft-restored'
    await logActivity(tx, viewer, { action, subject: id, ...noteOf(state) })
    return putDraft(tx, viewer, open, archived ? 'archived' : 'restored', next)
  })
}
