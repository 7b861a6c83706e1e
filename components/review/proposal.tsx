import type { ReactNode } from 'react'
import { Instant } from '@/components/incidents/detail/instant'
import { partLabel, partText } from '@/components/incidents/part-text'
import { StatusBadge } from '@/components/incidents/status-badge'
import { WordDiff } from '@/components/incidents/word-diff'
import { PROPOSAL_WORDS } from '@/components/review/review-words'
import { Callout } from '@/components/ui/callout'
import { MERGE_PARTS, type MergePart } from '@/lib/incidents/merge'
import type { IncidentInput } from '@/lib/incidents/schema'
import type { ReviewItem } from '@/lib/review/views'

const ALL_PARTS = Object.keys(MERGE_PARTS) as MergePart[]
// The title stands above, the sources beside.
const PARTS = ALL_PARTS.filter((part) => part !== 'title' && part !== 'sources')

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

/** The parts in which two versions differ as a reader sees them. */
const changedParts = (before: IncidentInput, after: IncidentInput): MergePart[] =>
  ALL_PARTS.filter((part) => partText(before, part) !== partText(after, part))

function Differences({ before, after, nothing }: { before: IncidentInput; after: IncidentInput; nothing: string }) {
  const changed = changedParts(before, after)
  if (changed.length === 0) return <p className="mt-1 text-sm text-muted">{nothing}</p>
  return (
    <dl>
      {changed.map((part) => (
        <Fact key={part} part={part}>
          <WordDiff before={partText(before, part)} after={partText(after, part)} />
        </Fact>
      ))}
    </dl>
  )
}

/** What was done about it since a reviewer sent it back. */
function SinceReturned({ item: { returned, proposed } }: { item: ReviewItem }) {
  if (!returned) return null
  return (
    <section aria-labelledby="since-returned">
      <h3 id="since-returned" className="mt-4 text-sm font-semibold">
        What changed since it was sent back
      </h3>
      <p className="text-xs text-muted">Against revision {returned.revision}.</p>
      <Differences before={returned.input} after={proposed} nothing="Nothing: it says what it said then." />
    </section>
  )
}

/** What a correction changes, word by word, and what it leaves. */
function Changes({ item, counted }: { item: ReviewItem; counted: NonNullable<ReviewItem['counted']> }) {
  const changed = changedParts(counted, item.proposed)
  return (
    <>
      <h3 className="mt-4 text-sm font-semibold">What it changes</h3>
      <Differences before={counted} after={item.proposed} nothing="Nothing: it says what counts already." />
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
  const written = others.length > 0 && others.join(', ')
  return (
    <>
      <p className="mt-1 text-sm text-muted">
        {submittedAt && submittedBy ? (
          <>
            Submitted by {submittedBy}, <Instant at={submittedAt} />
            {written && `, written with ${written}`}
          </>
        ) : (
          written && `Written by ${written}`
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
      {proposal && <SinceReturned item={item} />}
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
