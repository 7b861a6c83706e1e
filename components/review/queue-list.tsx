import Link from 'next/link'
import { IncidentDate } from '@/components/incidents/date-text'
import { CodeMark, Who } from '@/components/incidents/row-parts'
import { isSame } from '@/components/review/next-entry'
import { type ItemKey, type ReviewAddress, reviewPath } from '@/components/review/review-address'
import { PROPOSAL_WORDS } from '@/components/review/review-words'
import { Badge } from '@/components/ui/badge'
import { classes } from '@/components/ui/classes'
import { dayOf, formatDay } from '@/lib/core/calendar'
import type { QueueEntry } from '@/lib/review/views'

interface QueueListProps {
  entries: QueueEntry[]
  open: ItemKey | null
  address: ReviewAddress
}

function Entry({ entry, current, href }: { entry: QueueEntry; current: boolean; href: string }) {
  const asks = entry.proposal && entry.proposal !== 'new' ? PROPOSAL_WORDS[entry.proposal].one : null
  return (
    <Link
      href={href}
      replace
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={classes(
        'block border-l-[3px] px-3 py-2 hover:bg-sunken',
        current ? 'border-ink bg-sunken' : 'border-transparent',
      )}
    >
      <span className="flex items-center justify-between gap-2 text-xs text-muted">
        <span className="tabular-nums">{entry.id}</span>
        <span className="flex gap-1">
          {entry.own && <Badge>yours</Badge>}
          {asks && <Badge tone="warning">{asks}</Badge>}
        </span>
      </span>
      <span className={classes('mt-0.5 line-clamp-2 text-sm', current ? 'font-semibold' : 'font-medium')}>
        {entry.title}
      </span>
      <span className="mt-0.5 flex flex-wrap items-baseline gap-x-2.5 text-xs text-muted">
        <Who row={entry} short />
        {entry.code !== null && <CodeMark row={entry} />}
        <IncidentDate row={entry} />
      </span>
      <span className="mt-0.5 block text-xs text-muted">
        {entry.authors.length > 0 ? entry.authors.join(', ') : entry.author}, waits since{' '}
        {formatDay(dayOf(entry.submittedAt.slice(0, 10)))}
      </span>
    </Link>
  )
}

/** What waits, longest first; the open one is marked. */
export function QueueList({ entries, open, address }: QueueListProps) {
  const { filter, after } = address
  return (
    <ol aria-label="Waiting for review" className="divide-y" data-queue="">
      {entries.map((entry) => (
        <li key={`${entry.dyadId}/${entry.id}`}>
          <Entry
            entry={entry}
            current={isSame(entry, open)}
            href={reviewPath({ filter, after, item: { dyadId: entry.dyadId, id: entry.id } })}
          />
        </li>
      ))}
    </ol>
  )
}
