import type { ActivityKind } from './filter'

/** One line of the team's log: who did what to what, when. `at` is an ISO instant. */
export interface ActivityEntry {
  /** Its own among all entries. */
  key: string
  at: string
  kind: ActivityKind
  /** In the vocabulary of its kind: a revision's action, an outcome of a sign-in, an action of `ACTIVITY_ACTIONS`. */
  action: string
  /** Name of who did it; of an attempt to sign in that failed, nobody's. */
  by: string
  dyadId: string | null
  incident: { dyadId: string; id: string; title: string } | null
  /** What it was done to, in a word: a login, a file, a week, an id. */
  subject: string
  /** What was said with it. */
  note: string
  /** Where a sign-in came from; '' for everything else. */
  address: string
  detail: Record<string, unknown>
  /** Names of the accounts that `detail` names, by id. */
  people: Record<string, string>
}

/** A page of the log, newest first; `next` is the cursor of the page after it. */
export interface ActivityPage {
  rows: ActivityEntry[]
  next: string | null
}
