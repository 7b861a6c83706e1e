import { Instant } from '@/components/incidents/detail/instant'
import type { EventView } from '@/lib/events'

/** What was done to a template or a schedule, newest first. */
export function EventList({ events }: { events: readonly EventView[] }) {
  if (events.length === 0) return null
  return (
    <details className="mt-6 text-sm" data-print="hide">
      <summary className="link w-fit">History ({events.length})</summary>
      <ol aria-label="History" className="mt-2">
        {events.map(({ revision, at, by, action }) => (
          <li key={revision} className="border-t py-1.5">
            {by} · {action.replaceAll('-', ' ')} · <Instant at={at} /> · revision {revision}
          </li>
        ))}
      </ol>
    </details>
  )
}
