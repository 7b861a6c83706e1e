import type { Category, Confidence, Credibility, Persistence, Reliability } from '@/lib/core/codebook'
import type { IncidentInput, Proposal, Status } from './schema'

/** An incident in a list. Days are integer UTC calendar days since 1970-01-01. */
export interface IncidentRow {
  dyadId: string
  id: string
  /** Number of the latest revision, in force or not. */
  revision: number
  /** Status of the state that the row shows: the one in force, or the latest where none ever was. */
  status: Status
  /** Status of the latest revision. */
  headStatus: Status
  /** The revision that counts; null where none was ever approved. */
  inForce: number | null
  /** What the latest revision asks for beyond the state in force. */
  proposal: Proposal | null
  /** One of its own authors approved it, by the team's setting. */
  selfApproved: boolean
  kind: 'incident' | 'context'
  actor: string
  /** '' for context about no one. */
  target: string
  mutual: boolean
  category: Category | null
  /** Codebook indicator such as `DIP+2`; null for context without one. */
  code: string | null
  rung: number | null
  persistence: Persistence | null
  startDay: number
  endDay: number | null
  ongoing: boolean
  datePrecision: IncidentInput['datePrecision']
  /** Best grade among the sources. */
  reliability: Reliability
  credibility: Credibility
  confidence: Confidence
  title: string
  /** Signed full points v·g; 0 where it does not count. */
  points: number
  author: string
  updatedAt: string
  /** The viewer is to code it anew, so its coding is not here: category, code, rung, persistence and points. */
  withheld?: true
}

/** An incident whole: what the form edits (`input`) and what surrounds it. */
export interface IncidentView extends IncidentRow {
  /** The latest content; for those who may not see unpublished work the content in force. */
  input: IncidentInput
  /** The content that counts; null where none was ever approved. */
  counted: IncidentInput | null
  summary: string
  note: string
  createdAt: string
  revisions: number
  /** The incident that it answers, and those that answer it. */
  respondsTo: IncidentRow | null
  answers: IncidentRow[]
}

export const REVISION_ACTIONS = [
  'created',
  'edited',
  'submitted',
  'imported',
  'approved',
  'returned',
  'retraction-proposed',
  'retracted',
  'withdrawn',
  'restored',
  'reopened',
  'adjudicated',
] as const
/** What was done by a revision. */
export type RevisionAction = (typeof REVISION_ACTIONS)[number]

/** One immutable state, newest first in a history. `changed` names the input fields that differ from the state before. */
export interface RevisionView {
  revision: number
  at: string
  by: string
  action: RevisionAction
  reason: string
  status: Status
  /** What it asks for, where it is not in force itself. */
  retracts: boolean
  /** The revision that counted from here on; null where none did. */
  inForce: number | null
  selfApproved: boolean
  input: IncidentInput
  changed: (keyof IncidentInput)[]
  hash: string
}

/** The revision that is there now, where somebody worked on an older one. */
export interface LaterRevision {
  revision: number
  by: string
  /** Whoever is told wrote it themselves. */
  own: boolean
  at: string
  action: RevisionAction
  reason: string
  status: Status
  /** It retracts the incident, or asks for that. */
  retracts: boolean
  input: IncidentInput
}

/** Detail of a CONFLICT: the version that is there now, beside the one the editor started from. */
export interface ConflictDetail {
  base: IncidentInput
  theirs: LaterRevision
}

export interface IncidentPage {
  rows: IncidentRow[]
  /** Cursor of the next page; null at the end. */
  next: string | null
}

/** What an incident would do to its dyad's score, were it approved. */
export interface Preview {
  dyadId: string
  weekStart: number
  /** Full points v·g of the incident; of what would go, where `goes`. */
  points: number
  /** It adds something now and would add nothing: retracted, or made context. */
  goes: boolean
  /** The incident's own week: close (Sunday, or today in the running week) without and with the change. */
  week: { before: PreviewScore; after: PreviewScore }
  /** The week that it would leave for its own; null where it stays. */
  left: { weekStart: number; week: { before: PreviewScore; after: PreviewScore } } | null
  /** The last day that counts: today, or the day that the score is shown for. */
  today: { before: PreviewScore; after: PreviewScore }
}

export interface PreviewScore {
  score: number
  band: string
}

/** A likely duplicate, with why it is one. */
export interface SimilarIncident {
  row: IncidentRow
  reason: 'same-code' | 'similar-title'
  /** Title similarity, 0..1. */
  similarity: number
}
