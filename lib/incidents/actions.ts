'use server'

import { revalidatePath } from 'next/cache'
import { requireViewer } from '@/lib/auth/session'
import { formAction } from '@/lib/form-action'
import { createIncident, editIncident, retractIncident } from './commands'
import { createSchema, editSchema, retractSchema } from './schema'

const create = formAction(createSchema, async (input) => shown(await createIncident(await requireViewer(), input)))
const edit = formAction(editSchema, async (input) => shown(await editIncident(await requireViewer(), input)))
const retract = formAction(retractSchema, async (input) => shown(await retractIncident(await requireViewer(), input)))

/** Logs an incident; input: `createSchema`. */
export async function createIncidentAction(input: unknown) {
  return create(input)
}

/** Changes an incident; input: `editSchema`. A stale edit answers CONFLICT with both versions. */
export async function editIncidentAction(input: unknown) {
  return edit(input)
}

/** Retracts an incident; input: `retractSchema`. */
export async function retractIncidentAction(input: unknown) {
  return retract(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
