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

/** Replies that are not shown: how many, and the one nearest to those that are. */
export interface HiddenReplies {
  count: number
  number: number
}

/** A thread of an incident: its first comment and a stretch of what followed, oldest first. */
export interface ThreadView {
  /** Number of its first comment. */
  number: number
  /** Its latest entry closes it. */
  resolved: boolean
  /** Who wrote the latest entry. */
  lastBy: string
  entries: CommentView[]
  /** Replies between the first comment and the stretch, and after it. */
  earlier: HiddenReplies | null
  later: HiddenReplies | null
}

/** A thread that nobody has closed, by its latest word. `at` is an ISO instant. */
export interface OpenThread {
  thread: number
  /** Number of the latest entry. */
  number: number
  kind: CommentKind
  at: string
  by: string
  excerpt: string
}

/** How many threads of an incident are open, and the few of them that were talked in last. */
export interface OpenThreads {
  count: number
  latest: OpenThread[]
}

/** Threads of an incident, oldest first; `older` is the cursor of those before them, null when these are all. */
export interface ThreadPage {
  threads: ThreadView[]
  older: number | null
}
