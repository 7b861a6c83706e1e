'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import * as commands from './commands'
import * as schemas from './schema'

const compose = gate('briefing:compose')

const create = formAction(compose, schemas.newDraftSchema, async (viewer, input) =>
  shown(await commands.createDraft(viewer, input)),
)
const revise = formAction(compose, schemas.reviseSchema, async (viewer, input) =>
  shown(await commands.reviseBriefing(viewer, input)),
)
const change = formAction(compose, schemas.changeDraftSchema, async (viewer, input) =>
  shown(await commands.changeDraft(viewer, input)),
)
const edit = formAction(compose, schemas.editSentenceSchema, async (viewer, input) =>
  shown(await commands.editSentence(viewer, input)),
)
const takeBack = formAction(compose, schemas.takeBackEditSchema, async (viewer, input) =>
  shown(await commands.takeBackEdit(viewer, input)),
)
const refresh = formAction(compose, schemas.refreshSchema, async (viewer, input) =>
  shown(await commands.refreshDraft(viewer, input)),
)
const archive = formAction(compose, schemas.archiveSchema, async (viewer, input) =>
  shown(await commands.archiveDraft(viewer, input)),
)

/** Begins a briefing; input: `newDraftSchema`. */
export async function createDraftAction(input: unknown) {
  return create(input)
}

/** Begins one that is to replace a published one; input: `reviseSchema`. */
export async function reviseBriefingAction(input: unknown) {
  return revise(input)
}

/** Changes a draft's settings; input: `changeDraftSchema`. */
export async function changeDraftAction(input: unknown) {
  return change(input)
}

/** Puts an analyst's words in place of a sentence; input: `editSentenceSchema`. */
export async function editSentenceAction(input: unknown) {
  return edit(input)
}

/** Gives a sentence back to the rules; input: `takeBackEditSchema`. */
export async function takeBackEditAction(input: unknown) {
  return takeBack(input)
}

/** Reads the record anew for a draft; input: `refreshSchema`. */
export async function refreshDraftAction(input: unknown) {
  return refresh(input)
}

/** Puts a draft aside, or brings it back; input: `archiveSchema`. */
export async function archiveDraftAction(input: unknown) {
  return archive(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
