import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'

/** What can be noted in the team's log beside what revisions, checks, accounts and sign-ins tell by themselves. */
export const ACTIVITY_ACTIONS = [
  'setting-changed',
  'exported',
  'method-drafted',
  'method-draft-changed',
  'method-draft-discarded',
  'method-published',
  'sample-drawn',
  'sample-closed',
  'sample-coder-added',
  'sample-coder-excused',
  'sealed',
  'batch-approved',
  'batch-undone',
  'watchlist-written',
  'watch-rule-written',
  'briefing-drafted',
  'briefing-draft-archived',
  'briefing-draft-restored',
  'briefing-published',
  'briefing-superseded',
  'briefing-shared',
  'briefing-link-revoked',
  'briefing-template-written',
  'briefing-schedule-written',
] as const
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number]

/** Something that happened. `subject` names what it was done to, in a word or an id. */
export interface ActivityNote {
  action: ActivityAction
  subject: string
  dyadId?: string
  detail?: Prisma.InputJsonObject
}

/** Appends to the team's log, in the transaction of what it tells of. */
export async function logActivity(reader: Reader, viewer: Viewer, note: ActivityNote): Promise<void> {
  const { action, subject, dyadId = null, detail = {} } = note
  await reader.activity.create({ data: { at: now(), byId: viewer.accountId, action, subject, dyadId, detail } })
}
