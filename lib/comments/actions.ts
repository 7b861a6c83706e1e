'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { addComment, reopenThread, resolveThread } from './commands'
import { addCommentSchema, threadOfSchema } from './schema'

const add = formAction(gate('incident:comment'), addCommentSchema, async (viewer, input) =>
  shown(await addComment(viewer, input)),
)
const resolve = formAction(gate('incident:comment'), threadOfSchema, async (viewer, input) =>
  shown(await resolveThread(viewer, input)),
)
const reopen = formAction(gate('incident:comment'), threadOfSchema, async (viewer, input) =>
  shown(await reopenThread(viewer, input)),
)

/** Says something about an incident; input: `addCommentSchema`. */
export async function addCommentAction(input: unknown) {
  return add(input)
}

/** Closes a thread; input: `threadOfSchema`. */
export async function resolveThreadAction(input: unknown) {
  return resolve(input)
}

/** Opens a closed thread again; input: `threadOfSchema`. */
export async function reopenThreadAction(input: unknown) {
  return reopen(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
