import { formatDay } from '@/lib/core/calendar'
import type { StandingView } from '@/lib/dyads/views'

const since = ({ since: day, open }: StandingView) => (open ? 'for over a year' : `since ${formatDay(day)}`)

/** Since when: the days on which the dyad came to its band and to those below, without having been lower again. */
export async function StandingLine({ standings }: { standings: Promise<StandingView[]> }) {
  const [now, ...below] = await standings
  if (!now) return null
  return (
    <p className="-mt-2 mb-4 text-sm">
      <strong className="font-semibold">
        {now.band} {since(now)}
      </strong>
      {below.map((one) => (
        <span key={one.band} className="text-muted">
          {' · '}
          {one.band} or above {since(one)}
        </span>
      ))}
    </p>
  )
}
