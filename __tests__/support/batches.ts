import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import type { IncidentFilter } from '@/lib/incidents/filter'
import { batchCandidates } from '@/lib/review/queries'
import type { BatchInput } from '@/lib/review/schema'

/** A bulk approval of all that a filter shows now, as the page asks for it. */
export async function batchOf(viewer: Viewer, filter: IncidentFilter): Promise<BatchInput> {
  const { count: expected, digest } = await batchCandidates(viewer, filter)
  return { batchId: randomUUID(), filter, expected, digest }
}
