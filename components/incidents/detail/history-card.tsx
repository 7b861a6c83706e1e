import Link from 'next/link'
import { ACTION_WORDS } from '@/components/incidents/detail/action-words'
import { Instant } from '@/components/incidents/detail/instant'
import { incidentPath } from '@/components/incidents/incident-path'
import { Card } from '@/components/ui/card'
import { formatPlural } from '@/lib/format'
import type { RevisionView } from '@/lib/incidents/views'

interface HistoryCardProps {
  incident: { dyadId: string; id: string; revisions: number }
  /** The latest revisions that the reader may see, newest first. */
  latest: RevisionView[]
  /** The reader sees all of them, so that their number says something. */
  whole: boolean
}

/** The last that happened to an incident, and the way to all of it. */
export function HistoryCard({ incident, latest, whole }: HistoryCardProps) {
  return (
    <Card
      id="history"
      title="History"
      lead={whole ? formatPlural(incident.revisions, 'revision') : 'What counted, and since when.'}
      actions={
        <Link className="link text-sm" href={`${incidentPath(incident)}/history`}>
          All of it
        </Link>
      }
    >
      <ol className="space-y-1.5 text-sm">
        {latest.map((revision) => (
          <li key={revision.revision}>
            {revision.revision}. {ACTION_WORDS[revision.action]}
            {revision.action !== 'imported' && ` by ${revision.by}`},{' '}
            <span className="text-muted">
              <Instant at={revision.at} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
