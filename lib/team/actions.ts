'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { setSelfApproval, setTeamTimeZone } from './commands'
import { selfApprovalSchema, teamTimeZoneSchema } from './schema'

const selfApproval = formAction(gate('team:manage'), selfApprovalSchema, async (viewer, input) => {
  const written = await setSelfApproval(viewer, input)
  revalidatePath('/', 'layout')
  return written
})

/** Allows or forbids people to approve their own work; input: `selfApprovalSchema`. */
export async function setSelfApprovalAction(input: unknown) {
  return selfApproval(input)
}

const teamTimeZone = formAction(gate('team:manage'), teamTimeZoneSchema, async (viewer, input) => {
  const written = await setTeamTimeZone(viewer, input)
  revalidatePath('/', 'layout')
  return written
})

/** Says whose clock schedules go by; input: `teamTimeZoneSchema`. */
export async function setTeamTimeZoneAction(input: unknown) {
  return teamTimeZone(input)
}
