import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { computed } from '@/lib/compute/computed'
import { weekEndOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import { totalsOn } from '@/lib/core/outlook'
import { scoreOf, termOf } from '@/lib/core/scoring'
import { rankShares } from '@/lib/core/uncertainty'
import { database } from '@/lib/db/client'
import { overviewSource } from '@/lib/dyads/overview-source'
import { type Reading, sourceOf } from '@/lib/dyads/series-source'
import { DRAWS } from './intervals'
import { uncertainIncidents } from './record'
import type { DyadRank, WeekRanks } from './views'

/** Dyads whose order is asked about: the most tense, as the overview ranks them. */
const MOST_DYADS = 50

/**
 * In what share of common full draws each of a week's covered dyads holds its rank: the fifty most tense. Draw k takes the same
 * parameters for all of them. The draws of each dyad are kept by its own record, so a new incident asks for one dyad anew.
 * O(the incidents of fifty dyads) to read; it is worked out when somebody asks for it, not with a page.
 * @throws DeskError FORBIDDEN; INVALID as of a moment where the record is too large for an overview of then.
 */
export async function weekRanks(
  viewer: Viewer,
  weekStart: number,
  { asOf }: Pick<Reading, 'asOf'> = {},
): Promise<WeekRanks> {
  authorize(viewer, 'dyad:read')
  const source = await overviewSource(await database(), asOf)
  const ranked = (await source.ranked(weekStart, null, MOST_DYADS)).filter(({ covered }) => covered)
  const day = Math.min(weekEndOf(weekStart), source.today)
  const drawn: DrawnDyad[] = []
  // One after the other: one thread works, and one dyad's record at a time is held.
  for (const { dyadId } of ranked) drawn.push(await drawnDyad(viewer, dyadId, day, { asOf }))
  const shares = rankShares(
    drawn.map(({ draws }) => draws),
    drawn.map(({ score }) => score),
  )
  const dyads = ranked.map(({ dyadId }, index): DyadRank => {
    const [first, second] = codesOf(dyadId)
    return { dyadId, first, second, score: drawn[index].score, ...shares[index] }
  })
  return {
    weekStart,
    dyads: dyads.sort((a, b) => a.rank - b.rank || (a.dyadId < b.dyadId ? -1 : 1)),
    covered: (await source.pairs(weekStart)).length,
    draws: DRAWS,
    seed: DEFAULT_SEED,
  }
}

interface DrawnDyad {
  /** On the day itself: in a running week the stored close is that of its Sunday. */
  score: number
  draws: Float64Array
}

async function drawnDyad(viewer: Viewer, dyadId: string, day: number, reading: Reading): Promise<DrawnDyad> {
  const source = await sourceOf(viewer, dyadId, reading)
  const { parameters } = source.method
  const incidents = await uncertainIncidents(source)
  const terms = incidents.flatMap((incident) => termOf(incident, dyadId, parameters) ?? [])
  const options = { mode: 'full', draws: DRAWS, seed: DEFAULT_SEED } as const
  const draws = await computed('dyadDraws', dyadId, [incidents, dyadId, [day], parameters, options])
  return { score: scoreOf(totalsOn(terms, [day])[0], parameters), draws: Float64Array.from(draws) }
}
