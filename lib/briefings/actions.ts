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

const share = formAction(gate('briefing:share'), schemas.shareBriefingSchema, async (viewer, input) =>
  shown(await commands.shareBriefing(viewer, input)),
)
const shareDyadPage = formAction(gate('briefing:share'), schemas.shareDyadSchema, async (viewer, input) =>
  shown(await commands.shareDyad(viewer, input)),
)
const revoke = formAction(gate('briefing:share'), schemas.revokeLinkSchema, async (viewer, input) =>
  shown(await commands.revokeLink(viewer, input)),
)
const makeTemplate = formAction(gate('briefing:template'), schemas.newTemplateSchema, async (viewer, input) =>
  shown(await commands.createTemplate(viewer, input)),
)
const putTemplate = formAction(gate('briefing:template'), schemas.changeTemplateSchema, async (viewer, input) =>
  shown(await commands.changeTemplate(viewer, input)),
)
const asideTemplate = formAction(gate('briefing:template'), schemas.archiveSchema, async (viewer, input) =>
  shown(await commands.archiveTemplate(viewer, input)),
)
const makeSchedule = formAction(gate('briefing:schedule'), schemas.newScheduleSchema, async (viewer, input) =>
  shown(await commands.createSchedule(viewer, input)),
)
const putSchedule = formAction(gate('briefing:schedule'), schemas.changeScheduleSchema, async (viewer, input) =>
  shown(await commands.changeSchedule(viewer, input)),
)
const turnSchedule = formAction(gate('briefing:schedule'), schemas.switchScheduleSchema, async (viewer, input) =>
  shown(await commands.switchSchedule(viewer, input)),
)

/** Makes a link to a published briefing; input: `shareBriefingSchema`. */
export async function shareBriefingAction(input: unknown) {
  return share(input)
}

/** Makes a link to a dyad's page; input: `shareDyadSchema`. */
export async function shareDyadAction(input: unknown) {
  return shareDyadPage(input)
}

/** Ends a link; input: `revokeLinkSchema`. */
export async function revokeLinkAction(input: unknown) {
  return revoke(input)
}

/** Makes a template; input: `newTemplateSchema`. */
export async function createTemplateAction(input: unknown) {
  return makeTemplate(input)
}

/** Changes one; input: `changeTemplateSchema`. */
export async function changeTemplateAction(input: unknown) {
  return putTemplate(input)
}

/** Puts one aside, or brings it back; input: `archiveSchema`. */
export async function archiveTemplateAction(input: unknown) {
  return asideTemplate(input)
}

/** Has a briefing made each week; input: `newScheduleSchema`. */
export async function createScheduleAction(input: unknown) {
  return makeSchedule(input)
}

/** Changes a schedule; input: `changeScheduleSchema`. */
export async function changeScheduleAction(input: unknown) {
  return putSchedule(input)
}

/** Switches one on or off, or puts it aside; input: `switchScheduleSchema`. */
export async function switchScheduleAction(input: unknown) {
  return turnSchedule(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
