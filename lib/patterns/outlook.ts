import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { computed } from '@/lib/compute/computed'
import { weekStartOf } from '@/lib/core/calendar'
import { WEEKS_AHEAD } from '@/lib/core/outlook'
import { sortedTerms } from '@/lib/dyads/series-rebuild'
import type { Reading } from '@/lib/dyads/series-source'
import { isCovered, patternRecord } from './record'
import { verdictOf } from './verdict'
import type { OutlookView } from './views'

/** Weeks of the record that are shown before a forecast. */
const RECENT_WEEKS = 26

/**
 * The closes of the four weeks after a dyad's last covered week by simple models, each with its rolling out-of-sample score. Worked out
 * beside the pages and kept by its content: some 2 s of work for 5,000 incidents, once, and 0.1 s from then on; O(incidents × weeks).
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`; NOT_FOUND for a dyad of which nothing is known in that reading.
 */
export async function dyadOutlook(viewer: Viewer, dyadId: string, reading: Reading = {}): Promise<OutlookView> {
  authorize(viewer, 'dyad:read')
  const { closed, facts, method, today } = await patternRecord(viewer, dyadId, reading)
  const covered = closed.filter(isCovered)
  const origin = covered.at(-1) ?? null
  // Terms that start after the last week change no forecast: left out, so that they ask for none anew either.
  const known = facts.filter(({ startDay }) => origin !== null && startDay < origin.weekStart + 7)
  const terms = sortedTerms(known, method.parameters)
  const weeks = covered.map(({ weekStart }) => weekStart)
  const outlook = await computed('dyadOutlook', dyadId, [{ terms, weeks, params: method.parameters }])
  return {
    ...outlook,
    origin: origin && { weekStart: origin.weekStart, close: origin.close },
    stale: origin !== null && origin.weekStart + 7 * WEEKS_AHEAD < weekStartOf(today),
    coveredWeeks: covered.length,
    recent: closed.slice(-RECENT_WEEKS).map(({ weekStart, close, coverage }) => ({ weekStart, close, coverage })),
    verdict: verdictOf(outlook),
  }
}
