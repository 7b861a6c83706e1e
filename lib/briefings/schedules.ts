import 'server-only'
import { randomUUID } from 'node:crypto'
import { logActivity } from '@/lib/activity/log'
import { awaitEarlier, isChangeOf, isOpenTo, saysSame } from '@/lib/again'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { BriefingSchedule, Prisma } from '@/lib/db/generated/client'
import { inTransaction, type Reader, type Transaction } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { DeskError } from '@/lib/errors'
import { canMail } from '@/lib/mail/transport'
import { settingsOf } from '@/lib/team/settings'
import { isTimeZone } from '@/lib/team/time-zone'
import { maySee } from '@/lib/watch/owned'
import { dueAfter, type WeeklyTime } from './due'
import { keepEvent } from './events'
import type { TlpMark } from './model/terms'
import {
  type ChangeScheduleInput,
  type NewScheduleInput,
  type ScheduleState,
  type SwitchScheduleInput,
  scheduleStateOf,
} from './schema'
import type { Written } from './views'

/** Marks of documents that are never mailed. */
const NEVER_MAILED: readonly TlpMark[] = ['RED', 'AMBER+STRICT']

/** Whether a document of a mark may be mailed to somebody. */
export const isMailable = (mark: TlpMark): boolean => !NEVER_MAILED.includes(mark)

const refuseField = (field: string, why: string) => new DeskError('INVALID', why, { [field]: [why] })

/** The time zone that a schedule goes by: its own, or the team's. */
export const zoneOf = async (reader: Reader, { timeZone }: ScheduleState): Promise<string> =>
  timeZone === '' ? (await settingsOf(reader)).timeZone : timeZone

/**
 * The weekly time that a schedule goes by, in its time zone.
 * @throws DeskError INVALID by field where this machine knows no such zone, or none any more.
 */
export async function timeOf(reader: Reader, state: ScheduleState): Promise<WeeklyTime> {
  const { weekday, time } = state
  const timeZone = await zoneOf(reader, state)
  if (!isTimeZone(timeZone)) throw refuseField('timeZone', `This desk knows no time zone “${timeZone}”: choose another`)
  return { weekday, time, timeZone }
}

/** People change their own schedules, and those who manage the team all of them: a schedule acts in its owner's name. */
export const mayChangeSchedule = (viewer: Viewer, { ownerId }: Pick<BriefingSchedule, 'ownerId'>): boolean =>
  may(viewer, 'briefing:schedule') && (ownerId === viewer.accountId || may(viewer, 'team:manage'))

/** @throws DeskError INVALID by field for ways of delivering that this desk or the mark does not allow; FORBIDDEN. */
async function refuseState(reader: Reader, viewer: Viewer, state: ScheduleState): Promise<void> {
  const { emails, folder, mark, publish, of, templateId } = state
  if (publish) authorize(viewer, 'briefing:publish')
  if (emails.length > 0 && !isMailable(mark)) throw refuseField('emails', `What is marked TLP:${mark} is not mailed`)
  if (emails.length > 0 && !canMail())
    throw refuseField('emails', 'This desk sends no e-mail: nobody has told it a mail server')
  if (folder && env().briefingsFolder === undefined)
    throw refuseField('folder', 'This desk has no folder for briefings (setting BRIEFINGS_FOLDER)')
  if (of.by === 'list') {
    const list = await reader.watchlist.findUnique({ where: { id: of.listId } })
    if (!list || !maySee(viewer, list)) throw refuseField('of', 'There is no such watchlist')
  }
  if (templateId !== null && !(await reader.briefingTemplate.findUnique({ where: { id: templateId } })))
    throw refuseField('templateId', 'There is no such template')
}

/** The account in whose name it is made. @throws DeskError FORBIDDEN for the command line, which nobody could ask. */
function ownerOf({ accountId }: Viewer): string {
  if (accountId === null) throw new DeskError('FORBIDDEN', 'Only somebody with an account can make a schedule.')
  return accountId
}

const json = (state: ScheduleState) => state satisfies Prisma.InputJsonObject

/**
 * Has a briefing made each week from now on, in the viewer's name. The same `requestId` again makes no second one: what it says now
 * is saved to the first, where nobody wrote to that since.
 * @throws DeskError FORBIDDEN, also for one that is to publish by those who may not; INVALID by field; CONFLICT as `isChangeOf`.
 */
export async function createSchedule(viewer: Viewer, input: NewScheduleInput): Promise<Written> {
  authorize(viewer, 'briefing:schedule')
  const ownerId = ownerOf(viewer)
  const { requestId, ...state } = input
  return inTransaction(async (tx) => {
    const id = requestId ?? randomUUID()
    await awaitEarlier(tx, id)
    const there = await lockedSchedule(tx, id)
    if (there) {
      const { revision, ownerId: byId } = there
      const isChange = isChangeOf(viewer, 'schedule', { id, revision, byId, same: says(state)(there) })
      return isChange ? putState(tx, viewer, there, state) : { id, revision }
    }
    await refuseState(tx, viewer, state)
    const at = now()
    const dueAt = dueAfter(await timeOf(tx, state), at)
    const stamps = { createdAt: at, updatedAt: at, updatedById: viewer.accountId }
    const row = { id, revision: 1, name: state.name, ownerId, status: 'on', state: json(state), dueAt, ...stamps }
    return kept(tx, viewer, await tx.briefingSchedule.create({ data: row }), 'created')
  })
}

/** Whether a schedule says this. */
const says =
  (state: ScheduleState) =>
  (schedule: BriefingSchedule): boolean =>
    saysSame(scheduleStateOf(schedule.state), state)

async function lockedSchedule(tx: Transaction, id: string): Promise<BriefingSchedule | null> {
  await tx.$queryRaw`SELECT id FROM briefing_schedule WHERE id = ${id}::uuid FOR UPDATE`
  return tx.briefingSchedule.findUnique({ where: { id } })
}

/** Reads a schedule for a change, after which it `will` be so. */
async function openSchedule(
  tx: Transaction,
  viewer: Viewer,
  { id, baseRevision }: Pick<ChangeScheduleInput, 'id' | 'baseRevision'>,
  will: (schedule: BriefingSchedule) => boolean,
): Promise<BriefingSchedule> {
  const schedule = await lockedSchedule(tx, id)
  if (!schedule) throw new DeskError('NOT_FOUND', 'There is no such schedule.')
  if (!mayChangeSchedule(viewer, schedule))
    throw new DeskError('FORBIDDEN', 'A schedule is changed by whoever it belongs to, or by an admin.')
  if (!isOpenTo(viewer, schedule, baseRevision, will))
    throw new DeskError('CONFLICT', 'Somebody changed this schedule meanwhile.', undefined, {
      revision: schedule.revision,
      status: schedule.status,
      state: scheduleStateOf(schedule.state),
    })
  return schedule
}

/**
 * Changes what is made and when; whose it is stays. Saying the same again writes nothing, unless it is due at another time since the
 * team's time zone changed.
 * @throws DeskError FORBIDDEN; NOT_FOUND; CONFLICT with the schedule as it stands; INVALID by field.
 */
export async function changeSchedule(viewer: Viewer, input: ChangeScheduleInput): Promise<Written> {
  authorize(viewer, 'briefing:schedule')
  const { id, baseRevision, ...state } = input
  return inTransaction(async (tx) => {
    const before = await openSchedule(tx, viewer, input, says(state))
    const { revision, dueAt } = before
    const isMoved = async () => dueAt?.getTime() !== (await dueOf(tx, before, state))?.getTime()
    if (says(state)(before) && (revision !== baseRevision || !(await isMoved()))) return { id, revision }
    return putState(tx, viewer, before, state)
  })
}

/** When a schedule is made next with a state; null while it is not on. */
const dueOf = async (reader: Reader, { status }: Pick<BriefingSchedule, 'status'>, state: ScheduleState) =>
  status === 'on' ? dueAfter(await timeOf(reader, state), now()) : null

async function putState(tx: Transaction, viewer: Viewer, before: BriefingSchedule, state: ScheduleState) {
  await refuseState(tx, viewer, state)
  const dueAt = await dueOf(tx, before, state)
  return put(tx, viewer, before, { name: state.name, state: json(state), dueAt }, 'changed')
}

/**
 * Switches a schedule on, off, or puts it aside. Switched on, it is made at its next due time: what was due meanwhile is not missed.
 * @throws DeskError FORBIDDEN; NOT_FOUND; CONFLICT as `changeSchedule`; INVALID where it could not deliver any more.
 */
export async function switchSchedule(viewer: Viewer, input: SwitchScheduleInput): Promise<Written> {
  authorize(viewer, 'briefing:schedule')
  const { id, status } = input
  return inTransaction(async (tx) => {
    const before = await openSchedule(tx, viewer, input, (schedule) => schedule.status === status)
    if (before.status === status) return { id, revision: before.revision }
    const state = scheduleStateOf(before.state)
    if (status === 'on') await refuseState(tx, viewer, state)
    const dueAt = await dueOf(tx, { status }, state)
    const done = status === 'archived' ? 'archived' : (`switched-${status}` as const)
    return put(tx, viewer, before, { status, dueAt }, done)
  })
}

type Done = 'created' | 'changed' | 'archived' | 'switched-on' | 'switched-off'

async function put(
  tx: Transaction,
  viewer: Viewer,
  { id, revision }: BriefingSchedule,
  data: { name?: string; state?: Prisma.InputJsonObject; status?: string; dueAt: Date | null },
  done: Done,
): Promise<Written> {
  const stamps = { revision: revision + 1, updatedAt: now(), updatedById: viewer.accountId }
  return kept(tx, viewer, await tx.briefingSchedule.update({ where: { id }, data: { ...data, ...stamps } }), done)
}

async function kept(tx: Transaction, viewer: Viewer, row: BriefingSchedule, action: Done): Promise<Written> {
  const { id, revision, updatedAt: at, name, status } = row
  const state = { ...json(scheduleStateOf(row.state)), status }
  await keepEvent(tx, viewer, 'schedule', { id, revision, at, action, state })
  const detail = { done: action, title: name }
  await logActivity(tx, viewer, { action: 'briefing-schedule-written', subject: id, detail })
  return { id, revision }
}
