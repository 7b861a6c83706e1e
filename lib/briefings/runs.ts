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
import { endRun } from './end-run'
import { claim, Hold, inHand, type Patience } from './hold'
import { publishBriefing } from './publish'
import { type DraftSettings, type ScheduleState, scheduleStateOf, settingsSchema } from './schema'

const FIRST_DELAY_MS = 60_000
/** Tries before it is given up: some two hours. */
export const MOST_ATTEMPTS = 8
/**
 * A stop of the process in the midst of a run is not the run's fault and counts as no try. From then on it does: one that makes
 * whoever watches over the process stop it each time ends, too.
 */
const STOPS_COUNT_AFTER_MS = 24 * 60 * 60_000
/** Of what is kept of a failure: a few ways of delivering, each with its reason. */
const MOST_ERROR_CHARACTERS = 1000

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

async function makeAndDeliver(run: BriefingRun, signal: AbortSignal): Promise<void> {
  const { scheduleId, dueAt } = run
  const prisma = await database()
  const schedule = await prisma.briefingSchedule.findUniqueOrThrow({ where: { id: scheduleId } })
  const briefingId = await make(run, schedule, signal)
  const where = { scheduleId_dueAt: { scheduleId, dueAt } }
  if (briefingId !== null) await prisma.briefingRun.update({ where, data: { briefingId } })
  await deliver({ ...run, briefingId }, scheduleStateOf(schedule.state), await ownerOf(schedule), signal)
}

/** Tries a run, and returns what stood in the way; null when it is made and delivered. */
async function attempt(hold: Hold): Promise<{ error: unknown } | null> {
  try {
    await makeAndDeliver(hold.run, hold.signal)
    return null
  } catch (error) {
    return { error: hold.causeOf(error) }
  } finally {
    await hold.end()
  }
}

/** Notes why a try failed and when the next is, or gives the run up. */
async function noteFailure(run: BriefingRun, error: unknown): Promise<void> {
  const { attempts } = run
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, MOST_ERROR_CHARACTERS)
  if (attempts >= MOST_ATTEMPTS) return endRun(run, lastError)
  const nextAt = new Date(now().getTime() + FIRST_DELAY_MS * 2 ** (attempts - 1))
  const prisma = await database()
  await prisma.briefingRun.updateMany({ where: inHand(run), data: { nextAt, lastError } })
}

/** Leaves a run to whoever comes next, since this process stops: that was no try, and says nothing of what stands in its way. */
async function leave(run: BriefingRun): Promise<void> {
  const isOld = now().getTime() - run.startedAt.getTime() > STOPS_COUNT_AFTER_MS
  const attempts = isOld ? run.attempts : run.attempts - 1
  const prisma = await database()
  await prisma.briefingRun.updateMany({ where: inHand(run), data: { nextAt: now(), attempts } })
}

/**
 * Makes and delivers one run that is due, and notes that it is done, or when it is tried again. Returns whether there was one. A
 * process that dies on the way leaves what it had: the briefing is not made twice, and what is known to be delivered is not sent again.
 */
export async function runOnce(stopping: AbortSignal, patience?: Partial<Patience>): Promise<boolean> {
  const run = await claim()
  if (!run) return false
  // Whoever fails the last time gives it up. That nobody did means that the process was ended at it, and maybe by this very run.
  if (run.attempts > MOST_ATTEMPTS) {
    const broken = `It was tried ${MOST_ATTEMPTS} times, and the desk stopped while it worked on this.`
    await endRun(run, `${broken} ${run.lastError}`.trim())
    return true
  }
  const failed = await attempt(new Hold(run, stopping, patience))
  if (!failed) await endRun(run, null)
  else if (stopping.aborted) await leave(run)
  else await noteFailure(run, failed.error)
  return failed === null || !stopping.aborted
}

/** Starts what is due, and makes all of it. Returns how many runs were tried. */
export async function runDue(signal: AbortSignal): Promise<number> {
  // What was started before is made whatever stands in the way of starting more.
  await startDueRuns().catch((error: unknown) => reportBug(error))
  return whileAny(() => runOnce(signal), signal)
}
