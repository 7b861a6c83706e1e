import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekStartOf } from '@/lib/core/calendar'
import { scoreOf, standingsOf, totalOn } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { methodOfDyad } from '@/lib/method/store'
import { storedDays } from './stored-days'
import type { StandingView } from './views'

const WEEKS_BACK = 52

/**
 * Since when a dyad has stood at its band or above, and at each lower one, on a day; looks a year back.
 * @throws DeskError FORBIDDEN.
 */
export async function standing(viewer: Viewer, dyadId: string, day: number): Promise<StandingView[]> {
  authorize(viewer, 'dyad:read')
  const prisma = await database()
  const { parameters } = await methodOfDyad(prisma, dyadId)
  const first = weekStartOf(day) - 7 * WEEKS_BACK
  const series = await storedDays(prisma, dyadId, first, day)
  const scores = Array.from({ length: day - first + 1 }, (_, offset) =>
    scoreOf(totalOn(series, first + offset), parameters),
  )
  return standingsOf(scores, parameters).map(({ band, since, open }) => ({
    band: band.name,
    since: first + since,
    open,
  }))
}
