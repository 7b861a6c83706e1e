import 'server-only'
import { viewerOfOwner } from '@/lib/auth/owner-viewer'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOfInstant, now } from '@/lib/clock'
import { weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import type { BriefingRun, BriefingSchedule } from '@/lib/db/generated/client'
import { DeskError, reportBug } from '@/lib/errors'
import { whileAny } from '@/lib/watch/loop'
import { membersOf } from '@/lib/watch/members'
import { maySee } from '@/lib/watch/owned'
import { begin } from './begin'
import { deliver } from './deliver'
import { startDueRuns } from './due-runs'
import { endRun, notOver } from './end-run'
import { publishBriefing } from './publish'
import { type DraftSettings, type ScheduleState, scheduleStateOf, settingsSchema } from './schema'

/** Whoever makes a briefing is taken for dead after so long without a word; then somebody else goes on. */
const LEASE_MS = 10 * 60_000
const FIRST_DELAY_MS = 60_000
/** Tries before it is given up: some two hours. */
export const MOST_ATTEMPTS = 8
/** Of what is kept of a failure: a few ways of delivering, each with its reason. */
const MOST_ERROR_CHARACTERS = 1000

/** Takes one run for this process. */
async function claim(): Promise<BriefingRun | null> {
  const prisma = await database()
  const lease = new Date(now().getTime() + LEASE_MS)
  const [claimed] = await prisma.$queryRaw<{ scheduleId: string; dueAt: Date }[]>`
    UPDATE briefing_run r SET attempts = r.attempts + 1, next_at = ${lease}
    FROM (SELECT schedule_id, due_at FROM briefing_run WHERE next_at <= ${now()} ORDER BY next_at, schedule_id LIMIT 1
      FOR UPDATE SKIP LOCKED) due
    WHERE r.schedule_id = due.schedule_id AND r.due_at = due.due_at
    RETURNING r.schedule_id::text AS "scheduleId", r.due_at AS "dueAt"`
  if (!claimed) return null
  const { scheduleId, dueAt } = claimed
  return prisma.briefingRun.findUniqueOrThrow({ where: { scheduleId_dueAt: { scheduleId, dueAt } } })
}

async function dyadsOf({ of }: ScheduleState, owner: Viewer): Promise<string[]> {
  if (of.by === 'dyads') return of.dyadIds
  const prisma = await database()
  const list = await prisma.watchlist.findUnique({ where: { id: of.listId } })
  if (!list || list.archivedAt !== null || !maySee(owner, list))
    throw new DeskError('NOT_FOUND', 'Its watchlist is not there any more.')
  return membersOf(list).map(({ dyadId }) => dyadId)
}

/** What is asked of a due time: the weeks up to the one that was over by then, in UTC. */
async function settingsFor(state: ScheduleState, owner: Viewer, dueAt: Date): Promise<DraftSettings> {
  const last = weekStartOf(dayOfInstant(dueAt)) - 7
  const { kind, weeks, language, mark, templateId } = state
  const parsed = settingsSchema.safeParse({
    kind,
    dyadIds: await dyadsOf(state, owner),
    fromWeek: weekIdOf(last - (weeks - 1) * 7),
    toWeek: weekIdOf(last),
    language,
    mark,
    templateId,
  })
  if (!parsed.success) throw new DeskError('INVALID', parsed.error.issues[0].message)
  return parsed.data
}

async function ownerOf({ ownerId }: BriefingSchedule): Promise<Viewer> {
  const owner = await viewerOfOwner(ownerId)
  if (!owner) throw new DeskError('FORBIDDEN', 'The account of its owner is deactivated.')
  return owner
}

/** Makes the briefing of a run, unless an earlier try made it, and publishes it where it is to be. */
async function make(run: BriefingRun, schedule: BriefingSchedule, signal: AbortSignal): Promise<string | null> {
  const owner = await ownerOf(schedule)
  const state = scheduleStateOf(schedule.state)
  const prisma = await database()
  const draftId = run.draftId ?? ''
  const there = await prisma.briefingDraft.findUnique({ where: { id: draftId } })
  if (!there) {
    const settings = await settingsFor(state, owner, run.dueAt)
    const first = { state: { settings, edits: [] }, moment: now(), supersedes: null, scheduleId: schedule.id }
    // What another process made of this run meanwhile is as good, by whatever settings.
    await begin(owner, draftId, { ...first, isSame: () => true })
  }
  if (!state.publish) return null
  if (there?.publishedAs) return there.publishedAs
  const input = { id: draftId, baseRevision: there?.revision ?? 1, reason: '', unmatchedSeen: true }
  return (await publishBriefing(owner, input, { signal })).id
}

/**
 * Makes and delivers one run that is due, and notes that it is done, or when it is tried again. Returns whether there was one. A
 * process that dies on the way leaves what it had: the briefing is not made twice, and what is known to be delivered is not sent again.
 */
export async function runOnce(signal: AbortSignal): Promise<boolean> {
  const run = await claim()
  if (!run) return false
  const { scheduleId, dueAt, attempts } = run
  const prisma = await database()
  const where = { scheduleId_dueAt: { scheduleId, dueAt } }
  try {
    const schedule = await prisma.briefingSchedule.findUniqueOrThrow({ where: { id: scheduleId } })
    const briefingId = await make(run, schedule, signal)
    if (briefingId !== null) await prisma.briefingRun.update({ where, data: { briefingId } })
    await deliver({ ...run, briefingId }, scheduleStateOf(schedule.state), await ownerOf(schedule), signal)
  } catch (error) {
    const stopped = signal.aborted
    const given = !stopped && attempts >= MOST_ATTEMPTS
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, MOST_ERROR_CHARACTERS)
    const nextAt = new Date(now().getTime() + (stopped ? 0 : FIRST_DELAY_MS * 2 ** (attempts - 1)))
    if (given) await endRun(run, lastError)
    else await prisma.briefingRun.updateMany({ where: notOver(run), data: { nextAt, lastError } })
    return !stopped
  }
  await endRun(run, null)
  return true
}

/** Starts what is due, and makes all of it. Returns how many runs were tried. */
export async function runDue(signal: AbortSignal): Promise<number> {
  // What was started before is made whatever stands in the way of starting more.
  await startDueRuns().catch((error: unknown) => reportBug(error))
  return whileAny(() => runOnce(signal), signal)
}
