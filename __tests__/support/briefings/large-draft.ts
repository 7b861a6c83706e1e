import { randomStream } from '@/bench/measure'
import type { Viewer } from '@/lib/auth/viewer'
import { momentOf, requestOf } from '@/lib/briefings/asked'
import { keepContent } from '@/lib/briefings/content'
import { beginDraft } from '@/lib/briefings/draft-store'
import { gatherEvidence } from '@/lib/briefings/gather'
import { settingsSchema } from '@/lib/briefings/schema'
import { inTransaction } from '@/lib/db/transaction'
import { BUSY_WEEKS, busyYear } from './busy-year'

/** Its PDF has many pages, and most files of it take seconds. */
const INCIDENTS = 1200

/** Begins a draft of a special report on a year in which much happened, as if the record held it. */
export async function beginLargeDraft(viewer: Viewer, id: string): Promise<void> {
  const settings = settingsSchema.parse({
    kind: 'special',
    dyadIds: ['AZE-RUS'],
    ...BUSY_WEEKS,
    language: 'en',
    mark: 'GREEN',
    title: 'A year in which much happened',
  })
  const asOf = momentOf(undefined)
  const read = await gatherEvidence(viewer, requestOf(settings, asOf))
  const evidence = JSON.stringify(busyYear(read, INCIDENTS, randomStream(11)))
  await inTransaction(async (tx) => {
    const evidenceHash = await keepContent(tx, evidence)
    const origin = { supersedes: null, scheduleId: null }
    await beginDraft(tx, viewer, id, { state: { settings, edits: [] }, evidenceHash, asOf }, origin)
  })
}
