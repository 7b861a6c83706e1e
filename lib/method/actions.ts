'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { type ActionResult, formAction } from '@/lib/form-action'
import { createDraft, discardDraft, publishDraft, saveDraft } from './commands'
import { previewDraft } from './preview'
import { rebuildStep } from './remake'
import { discardDraftSchema, newDraftSchema, previewSchema, publishDraftSchema, saveDraftSchema } from './schema'
import type { DraftWritten, DyadPreview, RemakeProgress } from './views'

function shown<T>(result: T, path: string, type?: 'layout'): T {
  revalidatePath(path, type)
  return result
}

const create = formAction(gate('method:draft'), newDraftSchema, async (viewer, input) =>
  shown(await createDraft(viewer, input), '/method'),
)
const save = formAction(gate('method:draft'), saveDraftSchema, (viewer, input) => saveDraft(viewer, input))
const discard = formAction(gate('method:draft'), discardDraftSchema, async (viewer, input) =>
  shown(await discardDraft(viewer, input), '/method', 'layout'),
)
const publish = formAction(gate('method:publish'), publishDraftSchema, async (viewer, input) =>
  shown(await publishDraft(viewer, input), '/', 'layout'),
)
const preview = formAction(gate('method:draft'), previewSchema, (viewer, input) => previewDraft(viewer, input))

const nothing = { safeParse: (): { success: true; data: null } => ({ success: true, data: null }) }
const step = formAction(gate('method:publish'), nothing, async (viewer) => {
  const progress = await rebuildStep(viewer)
  return progress.left === 0 ? shown(progress, '/', 'layout') : progress
})

/** Starts a draft; input: `newDraftSchema`. */
export async function createDraftAction(input: unknown): Promise<ActionResult<DraftWritten>> {
  return create(input)
}

/** Saves a draft; input: `saveDraftSchema`. A stale save answers CONFLICT with the draft as it stands. */
export async function saveDraftAction(input: unknown): Promise<ActionResult<DraftWritten>> {
  return save(input)
}

/** Puts a draft aside; input: `discardDraftSchema`. */
export async function discardDraftAction(input: unknown): Promise<ActionResult<DraftWritten>> {
  return discard(input)
}

/** Publishes a draft; input: `publishDraftSchema`. */
export async function publishDraftAction(input: unknown): Promise<ActionResult<{ id: string; hash: string }>> {
  return publish(input)
}

/** Previews parameters on one dyad; input: `previewSchema`. */
export async function previewDraftAction(input: unknown): Promise<ActionResult<DyadPreview>> {
  return preview(input)
}

/** Makes the next few series anew. */
export async function rebuildStepAction(): Promise<ActionResult<RemakeProgress>> {
  return step(null)
}
