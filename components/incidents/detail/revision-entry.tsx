import type { ReactNode } from 'react'
import { ACTION_WORDS } from '@/components/incidents/detail/action-words'
import { CopyHash } from '@/components/incidents/detail/copy-hash'
import { Instant } from '@/components/incidents/detail/instant'
import { RevisionDiff } from '@/components/incidents/detail/revision-diff'
import { StatusBadge } from '@/components/incidents/status-badge'
import { Badge } from '@/components/ui/badge'
import type { InForcePeriod } from '@/lib/incidents/periods'
import type { RevisionView } from '@/lib/incidents/views'

interface RevisionEntryProps {
  revision: RevisionView
  /** The revision before it, as far as the reader may see; undefined for the first. */
  before: RevisionView | undefined
  /** When it was in force. */
  periods: InForcePeriod[]
  /** A button to restore it. */
  restore?: ReactNode
}

/** From when until when it counted, or that it never did. */
function Counted({ revision, periods }: { revision: RevisionView; periods: InForcePeriod[] }) {
  if (periods.length === 0) return <span>Has not counted.</span>
  const words = revision.status === 'retracted' ? ['Retracts', 'Retracted'] : ['Counts', 'Counted']
  return periods.map(({ from, to }) => (
    <span key={from}>
      {to === null ? words[0] : words[1]} from <Instant at={from} />
      {to === null ? ' on' : ' until '}
      {to !== null && <Instant at={to} />}.{' '}
    </span>
  ))
}

/** One revision of an incident: who, when, why, whether it counted, what it changed, and its hash. */
export function RevisionEntry({ revision, before, periods, restore }: RevisionEntryProps) {
  const { action, by, at, reason, status, selfApproved, hash } = revision
  const now = periods.some(({ to }) => to === null)
  return (
    <article id={`revision-${revision.revision}`} aria-labelledby={`revision-${revision.revision}-title`}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 id={`revision-${revision.revision}-title`} className="flex flex-wrap items-center gap-x-2 text-sm">
            <span className="font-semibold">
              {revision.revision}. {ACTION_WORDS[action]}
            </span>
            {action !== 'imported' && <span>by {by}</span>}
            <span className="text-muted">
              <Instant at={at} />
            </span>
            <StatusBadge status={status} />
            {now && <Badge tone="success">in force</Badge>}
          </h3>
          {reason && <p className="mt-0.5 max-w-prose text-sm break-words">“{reason}”</p>}
          <p className="mt-0.5 text-xs text-muted">
            <Counted revision={revision} periods={periods} />
            {selfApproved && ' Approved by its own author, which the team allowed.'}
          </p>
        </div>
        {restore}
      </div>
      {before && (
        <div className="mt-2">
          <RevisionDiff
            before={before.input}
            after={revision.input}
            changed={revision.changed}
            nothing={`The words are those of revision ${before.revision}.`}
          />
        </div>
      )}
      <p className="mt-1">
        <CopyHash hash={hash} of={`revision ${revision.revision}`} />
      </p>
    </article>
  )
}
