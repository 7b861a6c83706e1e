import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/clock'
import type { BriefingSchedule } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { isDeskError, reportBug } from '@/lib/errors'
import { dueAfter, duesUntil, type WeeklyTime } from './due'
import { endRunIn } from './end-run'
import { timeOf } from './schedules'
import { type ScheduleState, scheduleStateOf } from './schema'

type Outcome = 'started' | 'not started' | 'none due'

/**
 * Turns schedules that are due into runs: one for all due times that passed, the latest, however long no process ran. The row is
 * locked and the run has the due time in its key, so each is made once whichever process comes first. Each schedule is looked at once
 * a call, so one that cannot be read or written keeps no other waiting. Returns how many were started.
 */
export async function startDueRuns(): Promise<number> {
  const looked: string[] = []
  let started = 0
  for (let outcome = await startNext(looked); outcome !== 'none due'; outcome = await startNext(looked))
    if (outcome === 'started') started++
  return started
}

/** Looks at the due schedule that comes next after those that were looked at, and adds it to them. */
async function startNext(looked: string[]): Promise<Outcome> {
  let id: string | undefined
  try {
    return await inTransaction(async (tx) => {
      id = await lockNext(tx, looked)
      return id === undefined ? 'none due' : startOne(tx, id)
    })
  } catch (error) {
    if (id === undefined) throw error
    reportBug(error)
    return 'not started'
  } finally {
    if (id !== undefined) looked.push(id)
  }
}

async function lockNext(tx: Transaction, looked: readonly string[]): Promise<string | undefined> {
  const [due] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM briefing_schedule WHERE due_at <= ${now()} AND id <> ALL (${looked}::uuid[])
    ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
  return due?.id
}

async function startOne(tx: Transaction, id: string): Promise<Outcome> {
  const at = now()
  const schedule = await tx.briefingSchedule.findUniqueOrThrow({ where: { id } })
  const first = schedule.dueAt ?? at
  const when = await whenOf(tx, schedule)
  if (when instanceof Error) {
    await noteUnread(tx, id, first, when)
    return 'not started'
  }
  const dues = duesUntil(when, first, at)
  await openRun(tx, { scheduleId: id, dueAt: dues[dues.length - 1] }, dues.length - 1)
  await tx.briefingSchedule.update({ where: { id }, data: { dueAt: dueAfter(when, at) } })
  return 'started'
}

/** When a schedule is due each week, or why that cannot be told. What the database throws is thrown. */
async function whenOf(tx: Transaction, { state: stored }: BriefingSchedule): Promise<WeeklyTime | Error> {
  let state: ScheduleState
  try {
    state = scheduleStateOf(stored)
  } catch (error) {
    return error as Error
  }
  return timeOf(tx, state).catch((error: unknown) => {
    if (isDeskError(error)) return error
    throw error
  })
}

/** One due time of a schedule. */
interface RunKey {
  scheduleId: string
  dueAt: Date
}

const newRun = () => ({ startedAt: now(), draftId: randomUUID(), delivered: [] })

/** Makes a run that is to be tried at once; or opens the one again that came to nothing while its schedule could not be read. */
async function openRun(tx: Transaction, key: RunKey, missed: number): Promise<void> {
  const nextAt = now()
  const unread = { ...key, attempts: 0, failedAt: { not: null } }
  const { count } = await tx.briefingRun.updateMany({
    where: unread,
    data: { failedAt: null, lastError: '', nextAt, missed },
  })
  if (count > 0) return
  await tx.briefingRun.createMany({ data: [{ ...key, ...newRun(), nextAt, missed }], skipDuplicates: true })
}

/**
 * Notes that nothing came of a due time since the schedule cannot be read, and tells its owner so: once, for the schedule stays due at
 * that time until it can be read again or somebody changes it.
 */
async function noteUnread(tx: Transaction, scheduleId: string, dueAt: Date, error: Error): Promise<void> {
  const key = { scheduleId, dueAt }
  if (await tx.briefingRun.findUnique({ where: { scheduleId_dueAt: key } })) return
  const failure = isDeskError(error) ? error.message : `What is stored of it cannot be read (${reportBug(error)}).`
  await tx.briefingRun.create({ data: { ...key, ...newRun() } })
  await endRunIn(tx, key, failure)
}
