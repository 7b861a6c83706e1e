import type { ReactNode } from 'react'
import { Instant } from '@/components/incidents/detail/instant'
import { partLabel, partsOf, partText } from '@/components/incidents/part-text'
import { StatusBadge } from '@/components/incidents/status-badge'
import { WordDiff } from '@/components/incidents/word-diff'
import { PROPOSAL_WORDS } from '@/components/review/review-words'
import { Callout } from '@/components/ui/callout'
import { MERGE_PARTS, type MergePart } from '@/lib/incidents/merge'
import type { ReviewItem } from '@/lib/review/views'

// The title stands above, the sources beside.
const PARTS = (Object.keys(MERGE_PARTS) as MergePart[]).filter((part) => part !== 'title' && part !== 'sources')

function Fact({ part, children }: { part: MergePart; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b py-2.5 last:border-b-0 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <dt className="text-xs text-muted sm:pt-0.5">{partLabel(part)}</dt>
      <dd className="min-w-0 text-sm break-words whitespace-pre-line">{children}</dd>
    </div>
  )
}

/** The parts that say something, in the order of the form. */
function Facts({ item, parts }: { item: ReviewItem; parts: MergePart[] }) {
  const filled = parts.filter((part) => partText(item.proposed, part) !== '')
  return (
    <dl>
      {filled.map((part) => (
        <Fact key={part} part={part}>
          {partText(item.proposed, part)}
        </Fact>
      ))}
    </dl>
  )
}

/** What a correction changes, word by word, and what it leaves. */
function Changes({ item, counted }: { item: ReviewItem; counted: NonNullable<ReviewItem['counted']> }) {
  const changed = partsOf(item.changed).filter((part) => partText(counted, part) !== partText(item.proposed, part))
  return (
    <>
      <h3 className="mt-4 text-sm font-semibold">What it changes</h3>
      {changed.length === 0 && <p className="mt-1 text-sm text-muted">Nothing: it says what counts already.</p>}
      <dl>
        {changed.map((part) => (
          <Fact key={part} part={part}>
            <WordDiff before={partText(counted, part)} after={partText(item.proposed, part)} />
          </Fact>
        ))}
      </dl>
      <h3 className="mt-5 text-sm font-semibold">What it leaves as it is</h3>
      <Facts item={item} parts={PARTS.filter((part) => !changed.includes(part))} />
    </>
  )
}

/** What stands before a proposal is decided, where that is not plain from what it is. */
function Standing({ item }: { item: ReviewItem }) {
  const { proposal, row } = item
  if (proposal === 'retraction') {
    return (
      <Callout
        className="mt-3"
        title="Approved, it stays visible, struck out, and adds nothing from its first day on."
      />
    )
  }
  if (proposal === 'correction' && row.status === 'retracted')
    return <Callout className="mt-3" title="It is retracted now. Approved, it counts again." />
  return null
}

/** Who handed it in, and what was said with the latest revisions. */
function Story({ item }: { item: ReviewItem }) {
  const { submittedAt, submittedBy, authors, reasons } = item
  const others = authors.filter((name) => name !== submittedBy)
  return (
    <>
      <p className="mt-1 text-sm text-muted">
        Submitted by {submittedBy}
        {others.length > 0 && `, written with ${others.join(', ')}`}
        {submittedAt && (
          <>
            , <Instant at={submittedAt} />
          </>
        )}
      </p>
      {reasons.length > 0 && (
        <ul aria-label="Reasons" className="mt-2 space-y-1 border-l-2 pl-3 text-sm">
          {reasons.map(({ revision, by, reason, at }) => (
            <li key={revision}>
              “{reason}”{' '}
              <span className="text-muted">
                {by}, with revision {revision},{' '}
              </span>
              <span className="text-muted">
                <Instant at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What waits for a decision: the whole of a new incident, or what a correction changes of what counts. */
export function Proposal({ item }: { item: ReviewItem }) {
  const { row, proposal, proposed, counted } = item
  return (
    <article aria-labelledby="proposal-title">
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <span>{proposal ? PROPOSAL_WORDS[proposal].one : <StatusBadge status={row.headStatus} />}</span>
        <span aria-hidden="true">·</span>
        <span className="tabular-nums">{row.id}</span>
        <span aria-hidden="true">·</span>
        <span>revision {row.revision}</span>
      </p>
      <h2 id="proposal-title" className="mt-0.5 text-lg font-semibold">
        {proposed.title}
      </h2>
      <Story item={item} />
      <Standing item={item} />
      {counted && proposal === 'correction' ? (
        <Changes item={item} counted={counted} />
      ) : (
        <div className="mt-3">
          <Facts item={item} parts={PARTS} />
        </div>
      )}
    </article>
  )
}
