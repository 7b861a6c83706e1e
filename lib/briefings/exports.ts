import 'server-only'
import { randomUUID } from 'node:crypto'
import { logExport } from '@/lib/activity/export'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { BriefingExport } from '@/lib/db/generated/client'
import { DeskError, isDeskError, reportBug } from '@/lib/errors'
import { renderingOfDraft } from './draft-queries'
import { briefName } from './file-names'
import { makeFiles } from './make-files'
import type { Download } from './published-queries'
import { type ExportFormat, FORMATS } from './render/formats'
import type { NewExportInput } from './schema'
import type { ExportStatus, ExportView } from './views'

/** A file that is done so soon is answered at once. */
const AT_ONCE_MS = 1000
/** How often whoever makes a file says how far it is, and hears whether somebody gave it up. */
const BEAT_MS = 500
/** Nobody is making a file any more of which nothing was heard for so long. */
const SILENT_MS = 30_000
const KEPT_MS = 24 * 60 * 60 * 1000
/** Files that one person has made at a time. */
const MOST_RUNNING = 3
/** Shares of the work: the figures and the document, then the file. */
const DATA_SHARE = 0.4

type Row = Omit<BriefingExport, 'bytes'>

function viewOf({ id, draftId, format, status, progress, error, name, seenAt }: Row): ExportView {
  const silent = status === 'running' && seenAt.getTime() < now().getTime() - SILENT_MS
  return {
    id,
    draftId,
    format: format as ExportFormat,
    status: silent ? 'failed' : (status as ExportStatus),
    progress,
    error: silent ? 'The desk was stopped while it made this file. Ask for it again.' : error,
    name,
  }
}

/** A job of the viewer's own; others' are as if they were not there. @throws DeskError NOT_FOUND. */
async function ownExport(viewer: Viewer, id: string): Promise<Row> {
  const prisma = await database()
  const row = await prisma.briefingExport.findUnique({ where: { id }, omit: { bytes: true } })
  if (!row || row.byId !== viewer.accountId) throw new DeskError('NOT_FOUND', 'There is no such export.')
  return row
}

/** What is over for a day goes; it can be made again. */
async function tidy(): Promise<void> {
  const prisma = await database()
  await prisma.briefingExport.deleteMany({ where: { createdAt: { lt: new Date(now().getTime() - KEPT_MS) } } })
}

/**
 * Has a file of a draft made, as it is now. Answers within about a second: with the file done, or while it is being made, which
 * `getExport` then tells of.
 * @throws DeskError FORBIDDEN; NOT_FOUND; RATE_LIMITED for one who has several being made already.
 */
export async function startExport(viewer: Viewer, { draftId, format }: NewExportInput): Promise<ExportView> {
  authorize(viewer, 'briefing:compose')
  const prisma = await database()
  await tidy()
  const at = now()
  const running = await prisma.briefingExport.count({
    where: { byId: viewer.accountId, status: 'running', seenAt: { gte: new Date(at.getTime() - SILENT_MS) } },
  })
  if (running >= MOST_RUNNING)
    throw new DeskError('RATE_LIMITED', 'Your other files are still being made. Wait for them first.')
  const draft = await prisma.briefingDraft.findUnique({ where: { id: draftId }, select: { revision: true } })
  if (!draft) throw new DeskError('NOT_FOUND', 'There is no such draft.')
  const id = randomUUID()
  const stamps = { createdAt: at, seenAt: at, byId: viewer.accountId }
  await prisma.briefingExport.create({
    data: { id, draftId, revision: draft.revision, format, status: 'running', ...stamps },
  })
  const work = makeExport(viewer, { id, draftId, format }).catch((error: unknown) => void reportBug(error))
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, AT_ONCE_MS).unref())])
  return getExport(viewer, id)
}

interface Job {
  id: string
  draftId: string
  format: ExportFormat
}

/** Says how far a job is, and hears whether it was given up: then the work ends at once. */
class Beat {
  readonly stopping = new AbortController()
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
      where: { id: this.id, status: 'running' },
      data: { progress: this.progress, seenAt: now() },
    })
    if (count === 0) this.stopping.abort()
  }

  async end(): Promise<void> {
    clearInterval(this.#timer)
    await this.#saying
  }
}

async function makeExport(viewer: Viewer, { id, draftId, format }: Job): Promise<void> {
  const prisma = await database()
  const beat = new Beat(id)
  const { signal } = beat.stopping
  try {
    const onDyad = (done: number, all: number) => {
      beat.progress = (DATA_SHARE * done) / all
    }
    const rendering = await renderingOfDraft(viewer, draftId, { signal, onDyad })
    const onProgress = (share: number) => {
      beat.progress = DATA_SHARE + (1 - DATA_SHARE) * share
    }
    const nameOf = (one: ExportFormat) => briefName(rendering.draft.settings, one)
    const [{ name, mediaType, bytes }] = await makeFiles(rendering, nameOf, [format], { signal, onProgress })
    await beat.end()
    const done = { status: 'done', progress: 1, doneAt: now(), revision: rendering.draft.revision }
    // Given up at the last moment, it stays given up.
    await prisma.briefingExport.updateMany({
      where: { id, status: 'running' },
      data: { ...done, name, mediaType, bytes },
    })
  } catch (error) {
    await beat.end()
    if (signal.aborted) return
    const told = isDeskError(error) ? error.message : `Something went wrong (${reportBug(error)}).`
    await prisma.briefingExport.updateMany({
      where: { id, status: 'running' },
      data: { status: 'failed', doneAt: now(), error: told },
    })
  } finally {
    await beat.end()
  }
}

/**
 * How far a file is.
 * @throws DeskError FORBIDDEN; NOT_FOUND, also for another person's.
 */
export async function getExport(viewer: Viewer, id: string): Promise<ExportView> {
  authorize(viewer, 'briefing:compose')
  return viewOf(await ownExport(viewer, id))
}

/**
 * Gives up a file that is being made, in whichever process: it ends within half a second. One that is over stays.
 * @throws DeskError as `getExport`.
 */
export async function cancelExport(viewer: Viewer, { id }: { id: string }): Promise<ExportView> {
  authorize(viewer, 'briefing:compose')
  await ownExport(viewer, id)
  const prisma = await database()
  await prisma.briefingExport.updateMany({
    where: { id, status: { in: ['waiting', 'running'] } },
    data: { status: 'cancelled', doneAt: now() },
  })
  return getExport(viewer, id)
}

/**
 * The file of an export that is done.
 * @throws DeskError as `getExport`; INVALID while it is not done.
 */
export async function exportFile(viewer: Viewer, id: string): Promise<Download> {
  authorize(viewer, 'briefing:compose')
  const { draftId, format, status } = await ownExport(viewer, id)
  if (status !== 'done') throw new DeskError('INVALID', 'This file is not done.')
  const prisma = await database()
  const { name, mediaType, bytes } = await prisma.briefingExport.findUniqueOrThrow({ where: { id } })
  await logExport(viewer, { subject: 'briefing', detail: { draft: draftId, format } })
  return { name, mediaType: mediaType || FORMATS[format as ExportFormat].mediaType, bytes: bytes ?? new Uint8Array() }
}
