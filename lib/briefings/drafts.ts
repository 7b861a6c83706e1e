import 'server-only'
import { logActivity } from '@/lib/activity/log'
import { isOpenTo, saysSame } from '@/lib/again'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { BriefingDraft } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { faultyInput } from '@/lib/form-action'
import { momentOf, requestOf, sameRequest } from './asked'
import { begin, refuseNoTemplate } from './begin'
import { keepContent } from './content'
import { type DraftState, draftStateOf } from './draft-state'
import { draftRow, type NextDraft, noteOf, openDraft, putDraft } from './draft-store'
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
      Object.entries(change).every(([name, asked]) => {
        const now = Reflect.get(latest.settings, name)
        return same(Reflect.get(base.settings, name), now) || same(asked, now)
      }),
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
    const isSo = ({ status }: BriefingDraft) => (status === 'archived') === archived
    const open = await openDraft(tx, { id, baseRevision }, (_base, _latest, draft) =>
      isOpenTo(viewer, draft, baseRevision, isSo),
    )
    const { row, state } = open
    if (isSo(row)) return { id, revision: row.revision }
    const { evidenceHash, asOf } = row
    const next: NextDraft = { state, evidenceHash, asOf, status: archived ? 'archived' : 'open' }
    const action = archived ? 'briefing-draft-archived' : 'briefing-draft-restored'
    await logActivity(tx, viewer, { action, subject: id, ...noteOf(state) })
    return putDraft(tx, viewer, open, archived ? 'archived' : 'restored', next)
  })
}
