import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { BriefingRun, BriefingSchedule } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { DeskError } from '@/lib/errors'
import type { EventView } from '@/lib/events'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { canMail } from '@/lib/mail/transport'
import { eventsOf } from './events'
import { mayChangeSchedule, zoneOf } from './schedules'
import { scheduleStateOf } from './schema'
import type { RunView, ScheduleView } from './views'

const MOST_SCHEDULES = 200
const LATEST_RUNS = 3
const MOST_RUNS = 50

/** A run as it is shown. The id of its draft is made before the draft is. */
const runViewOf = (run: BriefingRun, drafts: ReadonlySet<string>): RunView => ({
  dueAt: run.dueAt.toISOString(),
  status: run.doneAt !== null ? 'done' : run.failedAt !== null ? 'failed' : 'running',
  doneAt: run.doneAt?.toISOString() ?? null,
  missed: run.missed,
  error: run.lastError,
  draftId: run.draftId !== null && drafts.has(run.draftId) ? run.draftId : null,
  briefingId: run.briefingId,
  delivered: run.delivered as string[],
})

async function viewOf(
  reader: Reader,
  viewer: Viewer,
  row: BriefingSchedule,
  names: Map<string, string>,
  runs: number,
): Promise<ScheduleView> {
  const state = scheduleStateOf(row.state)
  const latest = await reader.briefingRun.findMany({
    where: { scheduleId: row.id },
    orderBy: { dueAt: 'desc' },
    take: runs,
  })
  const drafts = await reader.briefingDraft.findMany({
    where: { id: { in: latest.flatMap(({ draftId }) => draftId ?? []) } },
    select: { id: true },
  })
  const made = new Set(drafts.map(({ id }) => id))
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    owner: nameOf(names, row.ownerId),
    status: row.status as ScheduleView['status'],
    state,
    timeZone: await zoneOf(reader, state),
    dueAt: row.dueAt?.toISOString() ?? null,
    mayChange: mayChangeSchedule(viewer, row),
    runs: latest.map((run) => runViewOf(run, made)),
  }
}

/** Ways in which this desk can deliver what a schedule makes, beside the desk itself. */
export interface Deliveries {
  email: boolean
  folder: boolean
}

/** What the settings offer. */
export const deliveriesOffered = (): Deliveries => ({ email: canMail(), folder: env().briefingsFolder !== undefined })

/**
 * All schedules, by name, with their latest runs; those that are off and archived last.
 * @throws DeskError FORBIDDEN.
 */
export async function listSchedules(viewer: Viewer): Promise<ScheduleView[]> {
  authorize(viewer, 'briefing:schedule')
  const prisma = await database()
  const rows = await prisma.briefingSchedule.findMany({
    orderBy: [{ status: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: MOST_SCHEDULES,
  })
  const names = await namesOf(
    prisma,
    rows.map(({ ownerId }) => ownerId),
  )
  const views = await Promise.all(rows.map((row) => viewOf(prisma, viewer, row, names, LATEST_RUNS)))
  const order = ['on', 'off', 'archived']
  return views.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
}

/**
 * A schedule with its history and its latest 50 runs.
 * @throws DeskError FORBIDDEN; NOT_FOUND.
 */
export async function getSchedule(viewer: Viewer, id: string): Promise<ScheduleView & { history: EventView[] }> {
  authorize(viewer, 'briefing:schedule')
  const prisma = await database()
  const row = await prisma.briefingSchedule.findUnique({ where: { id } })
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such schedule.')
  const names = await namesOf(prisma, [row.ownerId])
  return { ...(await viewOf(prisma, viewer, row, names, MOST_RUNS)), history: await eventsOf(prisma, id) }
}
