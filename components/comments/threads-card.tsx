import Link from 'next/link'
import { CommentForm } from '@/components/comments/comment-form'
import { Thread, type ThreadContext } from '@/components/comments/thread'
import { Card } from '@/components/ui/card'
import type { ThreadPage } from '@/lib/comments/views'
import { formatPlural } from '@/lib/format'

interface ThreadsCardProps {
  page: ThreadPage
  context: ThreadContext
  /** Where the threads before these stand; null when there are none. */
  olderHref: string | null
  /** These are older threads, or one alone: where the latest stand. */
  latestHref: string | null
  /** One thread was asked for. */
  alone: boolean
}

/** What was said about an incident, by threads. Nothing that was said is ever changed. */
export function ThreadsCard({ page, context, olderHref, latestHref, alone }: ThreadsCardProps) {
  const { threads } = page
  const { login, dyadId, id, people } = context
  const open = threads.filter(({ resolved }) => !resolved).length
  const spoken = open === 0 ? 'All resolved.' : `${formatPlural(open, 'open thread')} of ${threads.length}`
  const lead = threads.length === 0 ? 'Nothing was said yet.' : spoken
  return (
    <Card id="comments" title="Comments" lead={olderHref || latestHref ? undefined : lead}>
      {olderHref && (
        <p className="mb-3 text-sm">
          <Link className="link" href={olderHref}>
            Older threads
          </Link>
        </p>
      )}
      {threads.length > 0 && (
        <ol className="divide-y">
          {threads.map((thread) => (
            <li key={thread.number} className="py-3 first:pt-0">
              <Thread thread={thread} context={context} open={alone} />
            </li>
          ))}
        </ol>
      )}
      {latestHref && (
        <p className="mb-3 text-sm">
          <Link className="link" href={latestHref}>
            {alone ? 'All threads' : 'Latest threads'}
          </Link>
        </p>
      )}
      {login !== null && (
        <div className={threads.length > 0 ? 'border-t pt-3' : undefined}>
          <CommentForm login={login} dyadId={dyadId} id={id} threadOf={null} people={people} />
        </div>
      )}
    </Card>
  )
}
