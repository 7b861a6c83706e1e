import { Instant } from '@/components/incidents/detail/instant'
import { partLabel, partsOf, partText } from '@/components/incidents/part-text'
import { STATUS_WORDS } from '@/components/incidents/status-badge'
import { Card } from '@/components/ui/card'
import type { RevisionView } from '@/lib/incidents/views'

const ACTIONS: Record<RevisionView['action'], string> = {
  created: 'Logged',
  edited: 'Changed',
  submitted: 'Submitted',
  retracted: 'Retracted',
  imported: 'Loaded from the case file',
  approved: 'Approved',
  returned: 'Sent back',
  'retraction-proposed': 'Proposed to retract',
  withdrawn: 'Withdrawn',
  restored: 'Restored',
  reopened: 'Approval taken back',
  adjudicated: 'Resolved after double coding',
}

function Changes({ revision, before }: { revision: RevisionView; before: RevisionView }) {
  const parts = partsOf(revision.changed).filter(
    (part) => partText(before.input, part) !== partText(revision.input, part),
  )
  if (parts.length === 0) return null
  return (
    <dl className="mt-1.5 space-y-1.5 text-sm">
      {parts.map((part) => (
        <div key={part} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <dt className="text-xs text-muted sm:pt-0.5">{partLabel(part)}</dt>
          <dd className="min-w-0 whitespace-pre-line">
            <del className="text-muted">
              <span className="sr-only">before: </span>
              {partText(before.input, part) || 'nothing'}
            </del>{' '}
            <span aria-hidden="true">→</span>{' '}
            <ins className="no-underline">
              <span className="sr-only">after: </span>
              {partText(revision.input, part) || 'nothing'}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Every state the incident was in: who, when, why, and what changed. Newest first. */
export function HistoryCard({ history }: { history: RevisionView[] }) {
  return (
    <Card id="history" title="History" lead="Nothing here is ever overwritten.">
      <ol className="space-y-4">
        {history.map((revision, index) => {
          const before = history[index + 1]
          const newStatus = before && before.status !== revision.status
          return (
            <li key={revision.revision} className="border-b pb-3 last:border-b-0 last:pb-0">
              <p className="text-sm">
                <span className="font-medium">
                  {revision.revision}. {ACTIONS[revision.action]}
                </span>
                {revision.action !== 'imported' && ` by ${revision.by}`}, <Instant at={revision.at} />
                {newStatus && (
                  <span className="text-muted">
                    {' '}
                    · {STATUS_WORDS[before.status].toLowerCase()} → {STATUS_WORDS[revision.status].toLowerCase()}
                  </span>
                )}
              </p>
              {revision.reason && <p className="text-sm text-muted">“{revision.reason}”</p>}
              {before && <Changes revision={revision} before={before} />}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
