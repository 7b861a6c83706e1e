'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { createIncident, editIncident, restoreRevision, retractIncident, withdrawProposal } from './commands'
import { createSchema, editSchema, restoreSchema, retractSchema, withdrawSchema } from './schema'

const create = formAction(gate('incident:create'), createSchema, async (viewer, input) =>
  shown(await createIncident(viewer, input)),
)
const edit = formAction(gate('incident:edit'), editSchema, async (viewer, input) =>
  shown(await editIncident(viewer, input)),
)
const retract = formAction(gate('incident:retract'), retractSchema, async (viewer, input) =>
  shown(await retractIncident(viewer, input)),
)
const restore = formAction(gate('incident:edit'), restoreSchema, async (viewer, input) =>
  shown(await restoreRevision(viewer, input)),
)
const withdraw = formAction(gate('incident:edit'), withdrawSchema, async (viewer, input) =>
  shown(await withdrawProposal(viewer, input)),
)

/** Logs an incident; input: `createSchema`. */
export async function createIncidentAction(input: unknown) {
  return create(input)
}

/** Changes an incident; input: `editSchema`. A stale edit answers CONFLICT with both versions. */
export async function editIncidentAction(input: unknown) {
  return edit(input)
}

/** Proposes an older revision again; input: `restoreSchema`. */
export async function restoreRevisionAction(input: unknown) {
  return restore(input)
}

/** Drops what is proposed; input: `withdrawSchema`. */
export async function withdrawProposalAction(input: unknown) {
  return withdraw(input)
}

/** Proposes to retract an incident; input: `retractSchema`. */
export async function retractIncidentAction(input: unknown) {
  return retract(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
