import type { CommentKind } from './append'

/** Somebody who can be mentioned. */
export interface Mentionable {
  login: string
  name: string
}

/** One entry of a thread. `at` is an ISO instant. */
export interface CommentView {
  number: number
  kind: CommentKind
  at: string
  by: string
  body: string
  /** Whom it mentions, by login. */
  mentions: string[]
  /** The revision that was looked at. */
  revision: number
}

/** A thread of an incident: its first comment and all that followed, oldest first. */
export interface ThreadView {
  /** Number of its first comment. */
  number: number
  /** Its latest entry closes it. */
  resolved: boolean
  entries: CommentView[]
}

/** Threads of an incident, oldest first; `older` is the cursor of those before them, null when these are all. */
export interface ThreadPage {
  threads: ThreadView[]
  older: number | null
}
