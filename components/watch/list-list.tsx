import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { listPath } from '@/components/watch/condition-words'
import { formatPlural } from '@/lib/format'
import type { ListRow } from '@/lib/watch/views'

const MOST_NAMED = 6

/** Watchlists, each with its dyads. */
export function ListList({ lists }: { lists: ListRow[] }) {
  return (
    <ul>
      {lists.map(({ id, name, scope, dyadIds, archived }) => (
        <li
          key={id}
          data-row=""
          className="border-b px-4 py-2.5 text-sm last:border-b-0 focus-within:bg-sunken hover:bg-sunken"
        >
          <p className="flex flex-wrap items-center gap-x-2">
            <Link href={listPath(id)} className="font-medium hover:underline">
              {name}
            </Link>
            {archived && <Badge>Archived</Badge>}
          </p>
          <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
            <span>{scope === 'team' ? 'Of the team' : 'Your own'}</span>
            <span>{formatPlural(dyadIds.length, 'dyad')}:</span>
            {dyadIds.slice(0, MOST_NAMED).map((dyadId) => (
              <Link key={dyadId} href={`/dyads/${dyadId}`} className="link">
                {dyadId}
              </Link>
            ))}
            {dyadIds.length > MOST_NAMED && <span>and {dyadIds.length - MOST_NAMED} more</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
