import Link from 'next/link'
import { CommentEntry } from '@/components/comments/comment-entry'
import { CommentForm } from '@/components/comments/comment-form'
import { commentPath } from '@/components/comments/comment-path'
import { ThreadMarkButton } from '@/components/comments/thread-mark-button'
import type { HiddenReplies, Mentionable, ThreadView } from '@/lib/comments/views'
import { formatCount } from '@/lib/format'

export interface ThreadContext {
  dyadId: string
  id: string
  /** The incident's latest revision. */
  latest: number
  /** Login of the reader, where they may comment; else null. */
  login: string | null
  people: readonly Mentionable[]
}

function Hidden({ replies, word, context }: { replies: HiddenReplies | null; word: string; context: ThreadContext }) {
  if (!replies) return null
  return (
    <p className="text-sm">
      <Link className="link" href={commentPath(context, replies.number)}>
        {formatCount(replies.count)} {word} {replies.count === 1 ? 'reply' : 'replies'}
      </Link>
    </p>
  )
}

function Entries({ thread, context }: { thread: ThreadView; context: ThreadContext }) {
  const { dyadId, id, latest, login, people } = context
  const [first, ...replies] = thread.entries
  return (
    <div className="space-y-2">
      <CommentEntry comment={first} latest={latest} />
      <div className="ml-1.5 space-y-2 border-l-2 pl-3">
        <Hidden replies={thread.earlier} word="earlier" context={context} />
        {replies.map((reply) => (
          <CommentEntry key={reply.number} comment={reply} latest={latest} />
        ))}
        <Hidden replies={thread.later} word="later" context={context} />
        {login !== null && (
          <>
            <CommentForm login={login} dyadId={dyadId} id={id} threadOf={thread.number} people={people} />
            <ThreadMarkButton dyadId={dyadId} id={id} thread={thread.number} resolved={thread.resolved} />
          </>
        )}
      </div>
    </div>
  )
}

/** A thread; one that is resolved is folded, unless it was asked for. */
export function Thread({ thread, context, open }: { thread: ThreadView; context: ThreadContext; open: boolean }) {
  if (!thread.resolved) return <Entries thread={thread} context={context} />
  return (
    <details open={open}>
      <summary className="truncate text-sm text-muted">
        Resolved by {thread.lastBy}: {thread.entries[0].body}
      </summary>
      <div className="mt-2">
        <Entries thread={thread} context={context} />
      </div>
    </details>
  )
}
