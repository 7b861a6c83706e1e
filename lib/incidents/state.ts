import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import type { IncidentInput, Status } from './schema'

/** What a revision keeps: the whole of an incident as it was. */
export interface IncidentState {
  status: Status
  input: IncidentInput
  /** A proposal to retract what is in force; approved, it makes the status `retracted`. */
  proposal?: 'retraction'
  /** Where this revision takes an approval back: the revision that counts again, or null for none. See `inForceAfter`. */
  inForce?: number | null
  /** One of its authors approved it, which the team's setting allowed. */
  selfApproved?: true
  /** The sample whose codings it resolves. */
  sampleId?: string
}

/**
 * The revision that counts after one is written: an approved or retracted state is in force at once; any other leaves in
 * force what was, unless it says otherwise. The one rule that scores, as-of reads and the audit follow.
 */
export function inForceAfter(before: number | null, revision: number, state: IncidentState): number | null {
  if (state.inForce !== undefined) return state.inForce
  return state.status === 'approved' || state.status === 'retracted' ? revision : before
}

/** What a revision's hash covers. `at` is ISO 8601 with milliseconds; `batchId` only where there is one. */
export interface RevisionContent {
  dyadId: string
  incidentId: string
  revision: number
  at: string
  byId: string | null
  action: string
  reason: string
  state: unknown
  previousHash: string
  batchId?: string
}

/** SHA-256 in hex over a revision's canonical content, the previous hash within it. */
export function revisionHash(content: RevisionContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** Whether a revision's JSON is an incident's state. Only `writeIncidents` puts it there, and nothing can change it. */
export function isIncidentState(value: unknown): value is IncidentState {
  return typeof value === 'object' && value !== null && 'status' in value && 'input' in value
}

/**
 * The state that a revision's JSON holds.
 * @throws Error when it holds none: the record was written to by hand.
 */
export function stateOf(revision: { incidentId: string; revision: number; state: unknown }): IncidentState {
  if (isIncidentState(revision.state)) return revision.state
  throw new Error(`revision ${revision.revision} of ${revision.incidentId} holds no incident`)
}
