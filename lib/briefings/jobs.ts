import 'server-only'
import { randomUUID } from 'node:crypto'
import { isChangeOf, refuseMade } from '@/lib/again'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { BriefingExport, Prisma } from '@/lib/db/generated/client'
import { lock } from '@/lib/db/locks'
import { inTransaction, type Reader, type Transaction } from '@/lib/db/transaction'
import { DeskError, isDeskError, reportBug } from '@/lib/errors'
import type { ExportStatus } from './views'

/** What is done so soon is answered at once. */
const AT_ONCE_MS = 1000
/** How often whoever works on a job says how far it is, and hears whether somebody gave it up. */
const BEAT_MS = 500
/** Nobody works on a job any more of which nothing was heard for so long. */
const SILENT_MS = 30_000
const KEPT_MS = 24 * 60 * 60 * 1000
/** Jobs that one person has at a time. */
const MOST_RUNNING = 3

/** A job without its bytes. */
export type Job = Omit<BriefingExport, 'bytes'>

/** A job that was last heard of before this is silent. */
const silentBefore = () => new Date(now().getTime() - SILENT_MS)

/** Finds jobs that somebody works on. One that was silent is none any more: it is told as failed, and must not be done after that. */
const underWay = () => ({ status: 'running', seenAt: { gte: silentBefore() } })

/** How a job stands, and why it failed. One of which nothing is heard any more has failed, too. */
export function standingOf({ status, error, seenAt }: Job): { status: ExportStatus; error: string } {
  if (status === 'running' && seenAt < silentBefore())
    return { status: 'failed', error: 'The desk was stopped while it worked on this. Ask for it again.' }
  return { status: status as ExportStatus, error }
}

/** A job of the viewer's own; others' are as if they were not there. @throws DeskError NOT_FOUND. */
export async function ownJob(viewer: Viewer, id: string): Promise<Job> {
  const prisma = await database()
  const job = await prisma.briefingExport.findUnique({ where: { id }, omit: { bytes: true } })
  if (!job || job.byId !== viewer.accountId) throw new DeskError('NOT_FOUND', 'There is no such export.')
  return job
}

/** What is over for a day goes; it can be made again. */
async function tidy(): Promise<void> {
  const prisma = await database()
  await prisma.briefingExport.deleteMany({ where: { createdAt: { lt: new Date(now().getTime() - KEPT_MS) } } })
}

/** What is written into a job that is done. */
type Made = Pick<
  Prisma.BriefingExportUpdateManyMutationInput,
  'revision' | 'name' | 'mediaType' | 'bytes' | 'briefingId'
>

/** Says how far a job is, and hears whether it was given up: then the work ends at once. */
export class Beat {
  readonly stopping = new AbortController()
  /** 0…1. */
  progress = 0
  readonly #timer: NodeJS.Timeout
  #saying: Promise<unknown> = Promise.resolve()

  constructor(readonly id: string) {
    this.#timer = setInterval(() => {
      this.#saying = this.#say().catch((error: unknown) => reportBug(error))
    }, BEAT_MS)
    this.#timer.unref()
  }

  async #say(): Promise<void> {
    const prisma = await database()
    const { count } = await prisma.briefingExport.updateMany({
      where: { id: this.id, ...underWay() },
      data: { progress: this.progress, seenAt: now() },
    })
    if (count === 0) this.stopping.abort()
  }

  /**
   * Says that the job is done. On a transaction it is done if all else that is written there is, and otherwise none of it: whoever
   * gives it up meanwhile waits for that, and hears what came first.
   * @throws the reason of `stopping` where it was given up before, or was silent for too long.
   */
  async finish(reader: Reader, made: Made): Promise<void> {
    const data = { ...made, status: 'done', progress: 1, doneAt: now() }
    const { count } = await reader.briefingExport.updateMany({ where: { id: this.id, ...underWay() }, data })
    if (count > 0) return
    this.stopping.abort()
    this.stopping.signal.throwIfAborted()
  }

  async end(): Promise<void> {
    clearInterval(this.#timer)
    await this.#saying
  }
}

/** What a job is to do; it ends with `beat.finish`. */
export type Work = (beat: Beat) => Promise<void>

/** What a job is to make. */
interface Beginning {
  draftId: string
  revision: number
  format: string
  /** Chosen by whoever asks; it becomes the job's id. */
  requestId: string | undefined
  /** Whether what an earlier call began under the same id is what is asked for. */
  isSame: (job: Job) => boolean
}

/**
 * Has something done in the background, and waits about a second for it. Returns the job's id. The same `requestId` again is the job that
 * the first call began, however that stands; nothing is prepared for it then.
 * @throws DeskError RATE_LIMITED for one who has several under way already; CONFLICT where the first call began something else, or was
 * somebody else's; whatever `prepare` throws.
 */
export async function startJob(viewer: Viewer, beginning: Beginning, prepare: () => Promise<Work>): Promise<string> {
  await tidy()
  const id = beginning.requestId ?? randomUUID()
  if (await isBegun(await database(), viewer, id, beginning)) return id
  const work = await prepare()
  const begun = await inTransaction((tx) => enter(tx, viewer, id, beginning))
  if (!begun) return id
  const done = runJob(id, work).catch((error: unknown) => void reportBug(error))
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, AT_ONCE_MS).unref())])
  return id
}

/** Whether an earlier call began a job already. @throws DeskError CONFLICT where it is not the same. */
async function isBegun(reader: Reader, viewer: Viewer, id: string, { isSame }: Beginning): Promise<boolean> {
  const job = await reader.briefingExport.findUnique({ where: { id }, omit: { bytes: true } })
  if (!job) return false
  // Nobody changes what a job is to make.
  if (isChangeOf(viewer, 'request', { id, revision: 1, byId: job.byId, same: isSame(job) }))
    throw refuseMade(id, 'Something else was asked for under this id already.')
  return true
}

/**
 * Writes a new job, one after the other: of several that are asked for at once no more begin than may. Returns false where an earlier
 * call began it.
 */
async function enter(tx: Transaction, viewer: Viewer, id: string, beginning: Beginning): Promise<boolean> {
  await lock(tx, 'jobs')
  if (await isBegun(tx, viewer, id, beginning)) return false
  const byId = viewer.accountId
  const running = await tx.briefingExport.count({ where: { byId, ...underWay() } })
  if (running >= MOST_RUNNING)
    throw new DeskError('RATE_LIMITED', 'Your other files are still being made. Wait for them first.')
  const at = now()
  const { draftId, revision, format } = beginning
  const stamps = { createdAt: at, seenAt: at, byId }
  await tx.briefingExport.create({ data: { id, draftId, revision, format, status: 'running', ...stamps } })
  return true
}

async function runJob(id: string, work: Work): Promise<void> {
  const beat = new Beat(id)
  try {
    await work(beat)
  } catch (error) {
    if (beat.stopping.signal.aborted) return
    const told = isDeskError(error) ? error.message : `Something went wrong (${reportBug(error)}).`
    const prisma = await database()
    // What was done or given up before stays so.
    const where = { id, status: 'running' }
    await prisma.briefingExport.updateMany({ where, data: { status: 'failed', doneAt: now(), error: told } })
  } finally {
    await beat.end()
  }
}

/** Gives a job up, in whichever process it is: it ends within half a second. One that is over stays. @throws DeskError NOT_FOUND. */
export async function giveUp(viewer: Viewer, id: string): Promise<void> {
  await ownJob(viewer, id)
  const prisma = await database()
  await prisma.briefingExport.updateMany({
    where: { id, status: 'running' },
    data: { status: 'cancelled', doneAt: now() },
  })
}
