import Link from 'next/link'
import { commentPath } from '@/components/comments/comment-path'
import { Instant } from '@/components/incidents/detail/instant'
import { incidentPath } from '@/components/incidents/incident-path'
import { Card } from '@/components/ui/card'
import type { OpenThread, OpenThreads } from '@/lib/comments/views'
import { formatCount, formatPlural } from '@/lib/format'

const DONE: Partial<Record<OpenThread['kind'], string>> = { return: 'sent it back', reopen: 'opened it again' }

/** What is still being talked about, in the latest words: a decision may settle it, or should wait for it. */
export function TalkCard({ incident, threads }: { incident: { dyadId: string; id: string }; threads: OpenThreads }) {
  const { count, latest } = threads
  if (count === 0) return null
  const more = count - latest.length
  return (
    <Card id="talk" title={formatPlural(count, 'open thread')} lead="The latest word in each.">
      <ul className="space-y-2.5">
        {latest.map(({ thread, number, kind, by, at, excerpt }) => (
          <li key={thread} className="text-sm">
            <p className="line-clamp-4 break-words whitespace-pre-line">{excerpt}</p>
            <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
              <span>
                {by} {DONE[kind]}
              </span>
              <Instant at={at} />
              <Link className="link" href={commentPath(incident, number)}>
                Open the thread
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-2 text-sm">
          <Link className="link" href={`${incidentPath(incident)}#comments`}>
            {formatCount(more)} more
          </Link>
        </p>
      )}
    </Card>
  )
}
