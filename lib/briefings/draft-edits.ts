import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { rulesThen, sentenceOf } from './compose/edits'
import { draftStateOf, type StoredEdit, sameSentence } from './draft-state'
import { draftRow, openDraft, putDraft, type Standing } from './draft-store'
import { refuseArchived } from './drafts'
import { composed, sourceFrom } from './rendering'
import type { EditSentenceInput, TakeBackEditInput } from './schema'
import type { Written } from './views'

/** Whether a sentence is still as its editor saw it, or says what they ask for already, whatever else was changed. */
const untouchedSentence = (key: string, asked: string | undefined) => (base: Standing, latest: Standing) => {
  const { language } = latest.settings
  if (base.evidenceHash !== latest.evidenceHash || base.settings.language !== language) return false
  const of = ({ edits }: Standing) => edits.find((edit) => sameSentence(edit, { key, language }))?.text
  return of(base) === of(latest) || of(latest) === asked
}

/**
 * Puts an analyst's words in place of a sentence of the rules, in the draft's language. What the rules said, and the figures as they
 * wrote them, are kept with it. Changes of other sentences meanwhile are no conflict; the same words write nothing.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a draft or a sentence that there is none of; INVALID; CONFLICT (detail: `DraftConflict`).
 */
export async function editSentence(viewer: Viewer, input: EditSentenceInput): Promise<Written> {
  authorize(viewer, 'briefing:compose')
  const { id, baseRevision, key, text } = input
  const before = await draftRow(await database(), id)
  const { settings } = draftStateOf(before.state)
  const { language } = settings
  const { document, figures } = await composed(await sourceFrom(before.evidenceHash, settings))
  const sentence = sentenceOf(document, key)
  if (!sentence) throw new DeskError('NOT_FOUND', 'The briefing has no such sentence any more.')
  return inTransaction(async (tx) => {
    const open = await openDraft(tx, { id, baseRevision }, untouchedSentence(key, text))
    const { row, state } = open
    refuseArchived(row.status)
    if (row.evidenceHash !== before.evidenceHash || state.settings.language !== language)
      throw new DeskError('CONFLICT', 'Somebody refreshed this draft at the same time. Look at it again.')
    const at = now().toISOString()
    const then = rulesThen(sentence, figures, language)
    const edit: StoredEdit = { key, language, text, byId: viewer.accountId, at, ...then }
    const others = state.edits.filter((one) => !sameSentence(one, edit))
    if (state.edits.some((one) => sameSentence(one, edit) && one.text === text)) return { id, revision: row.revision }
    const next = { settings: state.settings, edits: [...others, edit] }
    return putDraft(tx, viewer, open, 'sentence-edited', {
      state: next,
      evidenceHash: row.evidenceHash,
      asOf: row.asOf,
    })
  })
}

/**
 * Gives a sentence back to the rules; also one that they do not write any more.
 * @throws DeskError as `editSentence`.
 */
export async function takeBackEdit(viewer: Viewer, { id, baseRevision, key }: TakeBackEditInput): Promise<Written> {
  authorize(viewer, 'briefing:compose')
  return inTransaction(async (tx) => {
    const open = await openDraft(tx, { id, baseRevision }, untouchedSentence(key, undefined))
    const { row, state } = open
    refuseArchived(row.status)
    const { language } = state.settings
    const edits = state.edits.filter((edit) => !sameSentence(edit, { key, language }))
    if (edits.length === state.edits.length) return { id, revision: row.revision }
    const next = { settings: state.settings, edits }
    return putDraft(tx, viewer, open, 'edit-taken-back', {
      state: next,
      evidenceHash: row.evidenceHash,
      asOf: row.asOf,
    })
  })
}
