import 'server-only'
import { logExport } from '@/lib/activity/export'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { DeskError } from '@/lib/errors'
import { sourceOfDraft } from './draft-queries'
import { draftRow } from './draft-store'
import { briefName } from './file-names'
import { type Beat, giveUp, type Job, ownJob, standingOf, startJob, type Work } from './jobs'
import { makeFiles } from './make-files'
import type { Download } from './published-queries'
import { type ExportFormat, isExportFormat } from './render/formats'
import type { NewExportInput } from './schema'
import type { ExportView } from './views'

/** An export of the viewer's own. @throws DeskError NOT_FOUND. */
async function ownExport(viewer: Viewer, id: string): Promise<Job & { format: ExportFormat }> {
  const job = await ownJob(viewer, id)
  const { format } = job
  if (!isExportFormat(format)) throw new DeskError('NOT_FOUND', 'There is no such export.')
  return { ...job, format }
}

/**
 * Has a file of a draft made, as it is now. Answers within about a second: with the file done, or while it is being made, which
 * `getExport` then tells of. The same `requestId` again is the file that the first call asked for.
 * @throws DeskError FORBIDDEN; NOT_FOUND; RATE_LIMITED for one who has several being made already; CONFLICT where the first call asked
 * for something else.
 */
export async function startExport(viewer: Viewer, { draftId, format, requestId }: NewExportInput): Promise<ExportView> {
  authorize(viewer, 'briefing:compose')
  const { revision } = await draftRow(await database(), draftId)
  const isSame = (job: Job) => job.draftId === draftId && job.format === format
  const beginning = { draftId, revision, format, requestId, isSame }
  return getExport(viewer, await startJob(viewer, beginning, async () => fileOf(viewer, draftId, format)))
}

const fileOf =
  (viewer: Viewer, draftId: string, format: ExportFormat): Work =>
  async (beat: Beat) => {
    const onProgress = (share: number) => {
      beat.progress = share
    }
    const { draft, source } = await sourceOfDraft(viewer, draftId)
    const nameOf = (one: ExportFormat) => briefName(draft.settings, one)
    const options = { signal: beat.stopping.signal, onProgress }
    const { files } = await makeFiles(source, nameOf, [format], options)
    const [{ name, mediaType, bytes }] = files
    await beat.finish(await database(), { revision: draft.revision, name, mediaType, bytes })
  }

/**
 * How far a file is.
 * @throws DeskError FORBIDDEN; NOT_FOUND, also for another person's.
 */
export async function getExport(viewer: Viewer, id: string): Promise<ExportView> {
  authorize(viewer, 'briefing:compose')
  const job = await ownExport(viewer, id)
  const { draftId, format, progress, name } = job
  return { id, draftId, format, progress, name, ...standingOf(job) }
}

/**
 * Gives up a file that is being made, in whichever process: it ends within half a second. One that is over stays.
 * @throws DeskError as `getExport`.
 */
export async function cancelExport(viewer: Viewer, { id }: { id: string }): Promise<ExportView> {
  authorize(viewer, 'briefing:compose')
  await giveUp(viewer, id)
  return getExport(viewer, id)
}

/**
 * The file of an export that is done.
 * @throws DeskError as `getExport`; INVALID while it is not done.
 */
export async function exportFile(viewer: Viewer, id: string): Promise<Download> {
  authorize(viewer, 'briefing:compose')
  const { draftId, format, name, mediaType } = await ownExport(viewer, id)
  const prisma = await database()
  const row = await prisma.briefingExport.findUnique({ where: { id }, select: { bytes: true } })
  if (!row?.bytes) throw new DeskError('INVALID', 'This file is not done.')
  await logExport(viewer, { subject: 'briefing', detail: { draft: draftId, format } })
  return { name, mediaType, bytes: row.bytes }
}
