'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { markAllRead, markRead } from './commands'
import { markAllReadSchema, markReadSchema } from './schema'

const one = formAction(gate('inbox:read'), markReadSchema, async (viewer, input) =>
  shown(await markRead(viewer, input)),
)
const all = formAction(gate('inbox:read'), markAllReadSchema, async (viewer, input) =>
  shown(await markAllRead(viewer, input)),
)

/** Marks one notice as read; input: `markReadSchema`. */
export async function markReadAction(input: unknown) {
  return one(input)
}

/** Marks all notices that were shown as read; input: `markAllReadSchema`. */
export async function markAllReadAction(input: unknown) {
  return all(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
