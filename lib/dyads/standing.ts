import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekStartOf } from '@/lib/core/calendar'
import { scoreOf, standingsOf, totalOn } from '@/lib/core/scoring'
import { type Reading, sourceOf } from './series-source'
import type { StandingView } from './views'

const WEEKS_BACK = 52

/**
 * Since when a dyad has stood at its band or above, and at each lower one, on a day; looks a year back.
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`.
 */
export async function standing(
  viewer: Viewer,
  dyadId: string,
  day: number,
  reading: Reading = {},
): Promise<StandingView[]> {
  authorize(viewer, 'dyad:read')
  const source = await sourceOf(viewer, dyadId, reading)
  const { parameters } = source.method
  const first = weekStartOf(day) - 7 * WEEKS_BACK
  const series = await source.days(first, day)
  const scores = Array.from({ length: day - first + 1 }, (_, offset) =>
    scoreOf(totalOn(series, first + offset), parameters),
  )
  return standingsOf(scores, parameters).map(({ band, since, open }) => ({
    band: band.name,
    since: first + since,
    open,
  }))
}
