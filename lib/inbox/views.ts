import type { IncidentRow } from '@/lib/incidents/views'
import type { AlertView } from '@/lib/watch/views'
import type { InboxKind } from './notify'

/** An alert as a notice tells of it. */
export type AlertNotice = Pick<AlertView, 'id' | 'dyadId' | 'rule' | 'headline' | 'numbers'>

/** What came of a schedule that was due, as a notice tells of it. What the viewer may not see is null, or '' where it is words. */
export interface RunNotice {
  /** Null where the viewer may not see schedules. */
  scheduleId: string | null
  /** Of the schedule, when it was made. */
  name: string
  failed: boolean
  /** Why it was given up. */
  failure: string
  /** What was made: the number of a published briefing, or else a draft. */
  briefingId: string | null
  draftId: string | null
  title: string
}

/** What a page that is open learns of: how much is not read, and the latest alerts among it, newest first. */
export interface InboxNews {
  count: number
  alerts: (AlertNotice & { at: string })[]
}

/** Something that was told to a person. `at` is an ISO instant. */
export interface NoticeView {
  id: string
  kind: InboxKind
  at: string
  by: string
  read: boolean
  /** What it is about, where the viewer may see that. */
  incident: { dyadId: string; id: string; title: string } | null
  sample: { id: string; title: string; units: number } | null
  /** The alert that it is, where the viewer may see that. */
  alert: AlertNotice | null
  run: RunNotice | null
  /** Number of the comment that it is about. */
  comment: number | null
  /** The beginning of what was said; '' where there is nothing or the viewer may not read it. */
  excerpt: string
}

/** A page of notices, newest first; `next` is the cursor of the page after it. */
export interface NoticePage {
  rows: NoticeView[]
  next: string | null
}

/** An incident that was sent back: by whom, when and why. */
export interface ReturnedView {
  row: IncidentRow
  by: string
  at: string
  comment: string
}

/** A sample that the viewer has not coded whole. */
export interface SampleToCode {
  id: string
  title: string
  coded: number
  units: number
}

/** A list that shows its first rows; `more` is how many there are beside them. */
export interface FirstOf<T> {
  rows: T[]
  more: number
}

/** What waits for a person, beside the notices. A part that the viewer's role has no use for is null. */
export interface WaitingView {
  /** Incidents that wait for review and that the viewer may approve. */
  toReview: number | null
  returned: FirstOf<ReturnedView>
  drafts: FirstOf<IncidentRow>
  samples: SampleToCode[]
}

/** Counts go no further: above it, “more than” says enough. */
export const MOST_COUNTED = 999
