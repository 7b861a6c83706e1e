import type { OpenThreads } from '@/lib/comments/views'
import type { Category } from '@/lib/core/codebook'
import type { IncidentFilter } from '@/lib/incidents/filter'
import type { IncidentInput, Proposal } from '@/lib/incidents/schema'
import type { IncidentRow, Preview, RevisionAction } from '@/lib/incidents/views'
import type { Hindrance } from './decide'

/** Something that waits for review. The row shows what counts, or what is proposed where nothing counts yet. */
export interface QueueEntry extends IncidentRow {
  submittedAt: string
  /** Who wrote what is proposed. */
  authors: string[]
  /** The viewer is one of them. */
  own: boolean
  /** Why the viewer may not approve it, or null when they may. */
  hindrance: Hindrance
}

/** One page of the queue, what waits longest first. */
export interface QueuePage {
  entries: QueueEntry[]
  /** Cursor of the next page; null at the end. */
  next: string | null
  /** What the filter shows of the queue: all of it, and what the viewer may approve. */
  all: number
  forMe: number
}

/** Why somebody wrote one of the latest revisions. */
export interface ReasonView {
  revision: number
  at: string
  by: string
  action: RevisionAction
  reason: string
}

/** What a reviewer decides on, with what they need for it. */
export interface ReviewItem {
  row: IncidentRow
  /** Null when it no longer waits. */
  proposal: Proposal | null
  proposed: IncidentInput
  /** What counts now; null where nothing was ever approved. */
  counted: IncidentInput | null
  /** The fields in which the two differ. */
  changed: (keyof IncidentInput)[]
  authors: string[]
  own: boolean
  /** Who handed it in last, and when; null where nobody did. */
  submittedAt: string | null
  submittedBy: string | null
  /** Why the viewer may not approve it, or null when they may. */
  hindrance: Hindrance
  /** Counted incidents of the dyad that began within a week of it, by date. */
  neighbours: IncidentRow[]
  /** What an approval does to the score; null for context that adds and takes nothing, and for what no longer waits. */
  effect: Preview | null
  /** What was said with the latest revisions, newest first. */
  reasons: ReasonView[]
  /** What was sent back last of this proposal, where it was changed since; else null. */
  returned: Returned | null
  threads: OpenThreads
}

/** The content that a reviewer sent back, with the revision that did so. */
export interface Returned {
  revision: number
  input: IncidentInput
}

/** What a bulk approval by a filter would take in: new incidents that the viewer may approve. */
export interface BatchCandidates {
  count: number
  /** Names exactly these incidents at these revisions. */
  digest: string
  /** Most first. */
  byDyad: { dyadId: string; count: number }[]
  byCategory: { category: Category | null; count: number }[]
  /** What the filter shows beside them: new ones that the viewer wrote part of, and corrections and retractions. */
  leftOut: { own: number; changes: number }
}

/** A bulk approval, as far as it can still be taken back. */
export interface BatchView {
  id: string
  at: string
  by: string
  filter: IncidentFilter
  /** How many it was to approve. */
  expected: number
  /** How many of them nobody has written to since; `MOST_COUNTED` means that many or more. */
  undoable: number
}

/** A bulk approval that can be taken back is counted no further. */
export const MOST_COUNTED = 500
