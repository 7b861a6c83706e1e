import 'server-only'
import { saysSame } from '@/lib/again'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { giveUp, type Job, ownJob, standingOf, startJob, type Work } from './jobs'
import { type FinishPublication, preparePublication } from './publish'
import type { NewPublicationInput } from './schema'
import type { PublicationView } from './views'

/** Instead of a file's: all of them are made, for good. */
const FORMAT = 'publish'

/**
 * Freezes a draft in the background. What hinders it is said at once; then it answers within about a second: with the number, or while
 * the files are being made, which `getPublication` then tells of. The same `requestId` again is the publication that the first call
 * began.
 * @throws DeskError as `publishBriefing`; RATE_LIMITED; CONFLICT where the first call was to publish something else.
 */
export async function startPublication(
  viewer: Viewer,
  { requestId, ...input }: NewPublicationInput,
): Promise<PublicationView> {
  authorize(viewer, 'briefing:publish')
  const of = { draftId: input.id, revision: input.baseRevision, format: FORMAT }
  const isSame = ({ draftId, revision, format }: Job) => saysSame({ draftId, revision, format }, of)
  const id = await startJob(viewer, { ...of, requestId, isSame }, async () =>
    publishing(await preparePublication(viewer, input)),
  )
  return getPublication(viewer, id)
}

const publishing =
  (finish: FinishPublication): Work =>
  async (beat) => {
    const onProgress = (share: number) => {
      beat.progress = share
    }
    // Together with the briefing: neither is one published of which a job says otherwise, nor the other way round.
    const onFreeze = (tx: Transaction, briefingId: string) => beat.finish(tx, { briefingId })
    await finish({ signal: beat.stopping.signal, onProgress, onFreeze })
  }

/**
 * How far it is.
 * @throws DeskError FORBIDDEN; NOT_FOUND, also for another person's.
 */
export async function getPublication(viewer: Viewer, id: string): Promise<PublicationView> {
  authorize(viewer, 'briefing:publish')
  const job = await ownJob(viewer, id)
  const { draftId, format, progress, briefingId } = job
  if (format !== FORMAT) throw new DeskError('NOT_FOUND', 'There is no such publication.')
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
