import { randomUUID } from 'node:crypto'
import { logActivity } from '@/lib/activity/log'
import { awaitEarlier, isChangeOf, refuseMade } from '@/lib/again'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { BriefingDraft } from '@/lib/db/generated/client'
import { inTransaction, type Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { requestOf } from './asked'
import { keepContent } from './content'
import { type DraftState, draftStateOf } from './draft-state'
import { beginDraft, lockedDraft, type NextDraft, noteOf, type Origin, putDraft } from './draft-store'
import { gatherEvidence } from './gather'
import type { DraftSettings } from './schema'
import type { Written } from './views'

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

/** @throws DeskError INVALID by field for a template that is not there. */
export async function refuseNoTemplate(reader: Reader, { templateId }: DraftSettings): Promise<void> {
  if (templateId === null) return
  const template = await reader.briefingTemplate.findUnique({ where: { id: templateId }, select: { id: true } })
  if (!template)
    throw new DeskError('INVALID', 'There is no such template.', { templateId: ['There is no such template.'] })
}
