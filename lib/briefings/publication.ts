import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { giveUp, ownJob, standingOf, startJob } from './jobs'
import { preparePublication } from './publish'
import type { PublishInput } from './schema'
import type { PublicationView } from './views'

/**
 * Freezes a draft in the background. What hinders it is said at once; then it answers within about a second: with the number, or while
 * the files are being made, which `getPublication` then tells of.
 * @throws DeskError as `publishBriefing`; RATE_LIMITED.
 */
export async function startPublication(viewer: Viewer, input: PublishInput): Promise<PublicationView> {
  authorize(viewer, 'briefing:publish')
  const finish = await preparePublication(viewer, input)
  const of = { draftId: input.id, revision: input.baseRevision, format: 'publish' }
  const id = await startJob(viewer, of, async (beat) => {
    const onProgress = (share: number) => {
      beat.progress = share
    }
    // Together with the briefing: neither is one published of which a job says otherwise, nor the other way round.
    const onFreeze = (tx: Transaction, briefingId: string) => beat.finish(tx, { briefingId })
    await finish({ signal: beat.stopping.signal, onProgress, onFreeze })
  })
  return getPublication(viewer, id)
}

/**
 * How far it is.
 * @throws DeskError FORBIDDEN; NOT_FOUND, also for another person's.
 */
export async function getPublication(viewer: Viewer, id: string): Promise<PublicationView> {
  authorize(viewer, 'briefing:publish')
  const job = await ownJob(viewer, id)
  const { draftId, format, progress, briefingId } = job
  if (format !== 'publish') throw new DeskError('NOT_FOUND', 'There is no such publication.')
  return { id, draftId, progress, briefingId, ...standingOf(job) }
}

/**
 * Gives it up, and nothing is published; where it is published already, it stays.
 * @throws DeskError as `getPublication`.
 */
export async function cancelPublication(viewer: Viewer, { id }: { id: string }): Promise<PublicationView> {
  authorize(viewer, 'briefing:publish')
  await giveUp(viewer, id)
  return getPublication(viewer, id)
}
