import type { Confidence } from '@/lib/core/codebook/grades'
import type { ScoredIncident } from '@/lib/core/scoring/term'

/**
 * What a simulation reads of an incident: what the score reads, the first and last day on which it may have begun (both
 * its start when the date is exact), and how sure the coder is of the rung.
 */
export interface UncertainIncident extends ScoredIncident {
  earliestDay: number
  latestDay: number
  confidence: Confidence
}
