import Link from 'next/link'
import { activityNarrowing } from '@/components/activity/activity-narrowing'
import { activityWords } from '@/components/activity/activity-words'
import { CopyHash } from '@/components/incidents/detail/copy-hash'
import { Instant } from '@/components/incidents/detail/instant'
import { incidentPath } from '@/components/incidents/incident-path'
import type { ActivityEntry } from '@/lib/activity/views'

/** The entry of an incident leads to its revision, wherever in the history that stands, and a comment's to the comment. */
function placeOf({ kind, incident, detail }: ActivityEntry): string | null {
  if (!incident) return null
  if (kind === 'comment') return `${incidentPath(incident)}#comment-${detail.number}`
  const revision = Number(detail.revision)
  return `${incidentPath(incident)}/history?before=${revision + 1}#revision-${revision}`
}

function What({ entry }: { entry: ActivityEntry }) {
  const { kind, incident, dyadId, subject, note, address, detail } = entry
  const place = placeOf(entry)
  const narrowed = activityNarrowing(entry)
  const aside = [!incident && dyadId, narrowed, address && `from ${address}`].filter(Boolean).join(' · ')
  return (
    <>
      <p className="break-words">
        {activityWords(entry)}
        {incident && place && (
          <>
            {' '}
            <Link href={place} className="font-medium hover:underline">
              {incident.title || incident.id}
            </Link>{' '}
            <span className="text-xs text-muted">{incident.id}</span>
          </>
        )}
        {aside && <span className="text-xs text-muted"> {aside}</span>}
      </p>
      {kind === 'seal' && typeof detail.hash === 'string' && <CopyHash hash={detail.hash} of={`seal ${subject}`} />}
      {note && <p className="mt-0.5 line-clamp-2 max-w-prose break-words text-muted">“{note}”</p>}
    </>
  )
}

/** The team's log, newest first: when, who, what. `j` and `k` move through it. */
export function ActivityList({ entries }: { entries: ActivityEntry[] }) {
  return (
    <ol aria-label="What the team did" className="text-sm">
      {entries.map((entry) => (
        <li
          key={entry.key}
          data-row=""
          tabIndex={-1}
          className="grid gap-x-4 gap-y-0.5 border-b px-4 py-2 last:border-b-0 hover:bg-sunken focus:bg-sunken md:grid-cols-[11rem_10rem_minmax(0,1fr)]"
        >
          <span className="text-xs text-muted md:pt-0.5">
            <Instant at={entry.at} />
          </span>
          <span className="min-w-0 truncate font-medium">{entry.by}</span>
          <div className="min-w-0">
            <What entry={entry} />
          </div>
        </li>
      ))}
    </ol>
  )
}
