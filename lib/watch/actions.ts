'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
import { formAction } from '@/lib/form-action'
import {
  acknowledgeAlert,
  archiveRule,
  archiveWatchlist,
  changeRule,
  changeWatchlist,
  createRule,
  createWatchlist,
  muteRule,
  snoozeAlert,
  switchRule,
} from './commands'
import {
  acknowledgeSchema,
  archiveSchema,
  changeListSchema,
  changeRuleSchema,
  muteSchema,
  newListSchema,
  newRuleSchema,
  snoozeSchema,
  switchRuleSchema,
} from './schema'

const own = gate('watch:own')
const read = gate('watch:read')

const newList = formAction(own, newListSchema, async (viewer, input) => shown(await createWatchlist(viewer, input)))
const editList = formAction(own, changeListSchema, async (viewer, input) => shown(await changeWatchlist(viewer, input)))
const putListAway = formAction(own, archiveSchema, async (viewer, input) =>
  shown(await archiveWatchlist(viewer, input)),
)
const newRule = formAction(own, newRuleSchema, async (viewer, input) => shown(await createRule(viewer, input)))
const editRule = formAction(own, changeRuleSchema, async (viewer, input) => shown(await changeRule(viewer, input)))
const turnRule = formAction(own, switchRuleSchema, async (viewer, input) => shown(await switchRule(viewer, input)))
const putRuleAway = formAction(own, archiveSchema, async (viewer, input) => shown(await archiveRule(viewer, input)))
const acknowledge = formAction(read, acknowledgeSchema, async (viewer, input) =>
  shown(await acknowledgeAlert(viewer, input)),
)
const snooze = formAction(read, snoozeSchema, async (viewer, input) => shown(await snoozeAlert(viewer, input)))
const mute = formAction(read, muteSchema, async (viewer, input) => shown(await muteRule(viewer, input)))

/** Makes a watchlist; input: `newListSchema`. */
export async function createWatchlistAction(input: unknown) {
  return newList(input)
}

/** Changes a watchlist; input: `changeListSchema`. */
export async function changeWatchlistAction(input: unknown) {
  return editList(input)
}

/** Archives a watchlist or brings it back; input: `archiveSchema`. */
export async function archiveWatchlistAction(input: unknown) {
  return putListAway(input)
}

/** Makes a rule, off; input: `newRuleSchema`. */
export async function createRuleAction(input: unknown) {
  return newRule(input)
}

/** Changes a rule; input: `changeRuleSchema`. */
export async function changeRuleAction(input: unknown) {
  return editRule(input)
}

/** Switches a rule on or off; input: `switchRuleSchema`. */
export async function switchRuleAction(input: unknown) {
  return turnRule(input)
}

/** Archives a rule or brings it back; input: `archiveSchema`. */
export async function archiveRuleAction(input: unknown) {
  return putRuleAway(input)
}

/** Takes note of an alert; input: `acknowledgeSchema`. */
export async function acknowledgeAlertAction(input: unknown) {
  return acknowledge(input)
}

/** Puts an alert away for some days; input: `snoozeSchema`. */
export async function snoozeAlertAction(input: unknown) {
  return snooze(input)
}

/** Mutes a rule for the reader, or not any more; input: `muteSchema`. */
export async function muteRuleAction(input: unknown) {
  return mute(input)
}

function shown<T>(result: T): T {
  revalidatePath('/', 'layout')
  return result
}
