import { CommentEntry } from '@/components/comments/comment-entry'
import { CommentForm } from '@/components/comments/comment-form'
import { ThreadMarkButton } from '@/components/comments/thread-mark-button'
import type { Mentionable, ThreadView } from '@/lib/comments/views'

export interface ThreadContext {
  dyadId: string
  id: string
  /** The incident's latest revision. */
  latest: number
  /** Login of the reader, where they may comment; else null. */
  login: string | null
  people: readonly Mentionable[]
}

function Entries({ thread, context }: { thread: ThreadView; context: ThreadContext }) {
  const { dyadId, id, latest, login, people } = context
  const [first, ...replies] = thread.entries
  return (
    <div className="space-y-2">
      <CommentEntry comment={first} latest={latest} />
      <div className="ml-1.5 space-y-2 border-l-2 pl-3">
        {replies.map((reply) => (
          <CommentEntry key={reply.number} comment={reply} latest={latest} />
        ))}
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

/** A thread; one that is resolved is folded. */
export function Thread({ thread, context }: { thread: ThreadView; context: ThreadContext }) {
  if (!thread.resolved) return <Entries thread={thread} context={context} />
  const last = thread.entries[thread.entries.length - 1]
  return (
    <details>
      <summary className="truncate text-sm text-muted">
        Resolved by {last.by}: {thread.entries[0].body}
      </summary>
      <div className="mt-2">
        <Entries thread={thread} context={context} />
      </div>
    </details>
  )
}
