import { Instant } from '@/components/incidents/detail/instant'
import { DONE_WORDS } from '@/components/watch/condition-words'
import type { EventView } from '@/lib/events'

/** Who changed a list or a rule, newest first. */
export function HistoryList({ history }: { history: EventView[] }) {
  return (
    <ol className="space-y-1 text-sm">
      {history.map(({ revision, at, by, action }) => (
        <li key={revision} className="flex flex-wrap gap-x-2">
          <span>
            {by} {DONE_WORDS[action] ?? action}
          </span>
          <span className="text-xs text-muted">
            <Instant at={at} />
          </span>
        </li>
      ))}
    </ol>
  )
}
