import Link from 'next/link'
import type { ReactNode } from 'react'
import { IncidentDate } from '@/components/incidents/date-text'
import { Instant } from '@/components/incidents/detail/instant'
import { incidentPath } from '@/components/incidents/incident-path'
import { CodeMark, TitleLink, Who } from '@/components/incidents/row-parts'
import { proposalWords } from '@/components/incidents/status-badge'
import { Card } from '@/components/ui/card'
import { formatCount, formatPlural } from '@/lib/format'
import type { FirstOf, ReturnedView, SampleToCode } from '@/lib/inbox/views'
import { filterQuery, type IncidentFilter } from '@/lib/incidents/filter'
import type { IncidentRow } from '@/lib/incidents/views'

/** The filter that leaves the reader's own. */
export type Mine = Pick<Partial<IncidentFilter>, 'writer'>

function Row({ children }: { children: ReactNode }) {
  return (
    <li data-row="" className="border-b px-4 py-2.5 text-sm last:border-b-0 focus-within:bg-sunken">
      {children}
    </li>
  )
}

function More({ more, href }: { more: number; href: string }) {
  if (more === 0) return null
  return (
    <p className="border-t px-4 py-2 text-sm">
      <Link className="link" href={href}>
        {formatCount(more)} more
      </Link>
    </p>
  )
}

/** What was sent back to the reader, with what has to change. */
export function ReturnedList({ returned, mine }: { returned: FirstOf<ReturnedView>; mine: Mine }) {
  if (returned.rows.length === 0) return null
  return (
    <Card id="returned" title="Sent back to you" padded={false}>
      <ul>
        {returned.rows.map(({ row, by, at, comment }) => (
          <Row key={`${row.dyadId}/${row.id}`}>
            <TitleLink row={row} />
            <p className="mt-0.5 max-w-prose break-words">“{comment}”</p>
            <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
              <span>{by}</span>
              <Instant at={at} />
              <Link className="link" href={`${incidentPath(row)}/edit`}>
                Edit and submit again
              </Link>
            </p>
          </Row>
        ))}
      </ul>
      <More more={returned.more} href={`/incidents${filterQuery({ ...mine, status: 'returned' })}`} />
    </Card>
  )
}

/** What the reader began and has not submitted, the oldest first. */
export function DraftList({ drafts, mine }: { drafts: FirstOf<IncidentRow>; mine: Mine }) {
  if (drafts.rows.length === 0) return null
  return (
    <Card id="drafts" title="Your drafts" lead="The oldest first." padded={false}>
      <ul>
        {drafts.rows.map((row) => (
          <Row key={`${row.dyadId}/${row.id}`}>
            <Link className="font-medium hover:underline" href={`${incidentPath(row)}/edit`}>
              {row.title}
            </Link>
            <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
              <IncidentDate row={row} />
              <Who row={row} short />
              <CodeMark row={row} />
              {proposalWords(row) && <span>{proposalWords(row)}</span>}
              <span>
                saved <Instant at={row.updatedAt} />
              </span>
            </p>
          </Row>
        ))}
      </ul>
      <More more={drafts.more} href={`/incidents${filterQuery({ ...mine, status: 'draft' })}`} />
    </Card>
  )
}

/** Samples that the reader has not coded whole. */
export function SampleList({ samples }: { samples: SampleToCode[] }) {
  if (samples.length === 0) return null
  return (
    <Card id="samples" title="Samples to code" padded={false}>
      <ul>
        {samples.map(({ id, title, coded, units }) => (
          <Row key={id}>
            <Link className="font-medium hover:underline" href={`/samples/${encodeURIComponent(id)}`}>
              {title}
            </Link>
            <p className="mt-0.5 text-xs text-muted tabular-nums">
              {coded} of {formatPlural(units, 'incident')} coded
            </p>
          </Row>
        ))}
      </ul>
    </Card>
  )
}

/** How much waits for the reader's review, and the way there. */
export function ToReview({ count }: { count: number | null }) {
  if (count === null) return null
  return (
    <Card id="to-review" title="Your review">
      {count === 0 ? (
        <p className="text-sm text-muted">Nothing waits for your review.</p>
      ) : (
        <p className="text-sm">
          <Link className="link font-medium" href="/review" data-row="">
            {formatPlural(count, 'incident')}
          </Link>{' '}
          {count === 1 ? 'waits' : 'wait'} for your review.
        </p>
      )}
    </Card>
  )
}
