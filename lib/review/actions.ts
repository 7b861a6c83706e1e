'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import { approveBatch, approveIncident, returnIncident, undoApproval, undoBatch } from './commands'
import { approveSchema, batchSchema, returnSchema, undoApprovalSchema, undoBatchSchema } from './schema'

const reviewing = gate('incident:approve')

const approve = formAction(reviewing, approveSchema, async (viewer, input) =>
  shown(await approveIncident(viewer, input)),
)
const sendBack = formAction(reviewing, returnSchema, async (viewer, input) =>
  shown(await returnIncident(viewer, input)),
)
const undo = formAction(reviewing, undoApprovalSchema, async (viewer, input) =>
  shown(await undoApproval(viewer, input)),
)
const batch = formAction(reviewing, batchSchema, async (viewer, input) => lastShown(await approveBatch(viewer, input)))
const unbatch = formAction(reviewing, undoBatchSchema, async (viewer, input) =>
  lastShown(await undoBatch(viewer, input)),
)

/** Approves what waits; input: `approveSchema`. CONFLICT when it changed meanwhile. */
export async function approveAction(input: unknown) {
  return approve(input)
}

/** Sends what waits back with a comment; input: `returnSchema`. */
export async function returnAction(input: unknown) {
  return sendBack(input)
}

/** Takes the latest approval of an incident back; input: `undoApprovalSchema`. */
export async function undoApprovalAction(input: unknown) {
  return undo(input)
}

/** One step of a bulk approval; input: `batchSchema`, the same each time until `left` is 0. */
export async function batchAction(input: unknown) {
  return batch(input)
}

/** One step of taking a bulk approval back; input: `undoBatchSchema`, until `left` is 0. */
export async function undoBatchAction(input: unknown) {
  return unbatch(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}

/** Pages are drawn anew once, after the last step. */
function lastShown<T extends { left: number }>(step: T): T {
  return step.left === 0 ? shown(step) : step
}
