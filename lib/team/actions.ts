'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { setSelfApproval } from './commands'
import { selfApprovalSchema } from './schema'

const selfApproval = formAction(gate('team:manage'), selfApprovalSchema, async (viewer, input) => {
  const written = await setSelfApproval(viewer, input)
  revalidatePath('/', 'layout')
  return written
})

/** Allows or forbids people to approve their own work; input: `selfApprovalSchema`. */
export async function setSelfApprovalAction(input: unknown) {
  return selfApproval(input)
}
