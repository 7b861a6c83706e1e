import 'server-only'
import { now } from '@/lib/clock'
import type { BriefingRun } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { notify, THE_DESK } from '@/lib/inbox/notify'
import { titleOf } from './asked'
import { draftStateOf } from './draft-state'

type RunKey = Pick<BriefingRun, 'scheduleId' | 'dueAt'>

/** A run, unless somebody has ended it: whoever was taken for dead over it may still be at work when another is done. */
export const notOver = ({ scheduleId, dueAt }: RunKey) => ({ scheduleId, dueAt, doneAt: null, failedAt: null })

/** What there is of a run, to be told of: its briefing, or else its draft. */
async function madeOf(tx: Transaction, { draftId, ...run }: BriefingRun) {
  const draft = draftId && (await tx.briefingDraft.findUnique({ where: { id: draftId } }))
  if (!draft) return {}
  // Killed between publishing and noting it, the run does not know the number.
  const briefingId = run.briefingId ?? draft.publishedAs
  const title = titleOf(draftStateOf(draft.state).settings)
  return briefingId === null ? { draftId, title } : { briefingId, title }
}

/**
 * Ends a run, and tells the owner of its schedule in the same transaction: once, whichever process ends it and however often it is tried.
 * `failure` says why it was given up; null where it is done.
 */
export const endRun = (run: RunKey, failure: string | null): Promise<void> =>
  inTransaction((tx) => endRunIn(tx, run, failure))

/** The same in a transaction that is open already. */
export async function endRunIn(tx: Transaction, run: RunKey, failure: string | null): Promise<void> {
  const { scheduleId, dueAt } = run
  const over = failure === null ? { doneAt: now(), lastError: '' } : { failedAt: now(), lastError: failure }
  const { count } = await tx.briefingRun.updateMany({ where: notOver(run), data: { ...over, nextAt: null } })
  if (count === 0) return
  const { name, ownerId } = await tx.briefingSchedule.findUniqueOrThrow({ where: { id: scheduleId } })
  const ended = await tx.briefingRun.findUniqueOrThrow({ where: { scheduleId_dueAt: { scheduleId, dueAt } } })
  const detail = { scheduleId, name, ...(await madeOf(tx, ended)), ...(failure === null ? {} : { failure }) }
  await notify(tx, THE_DESK, [ownerId], { kind: failure === null ? 'schedule-made' : 'schedule-failed', detail })
}
