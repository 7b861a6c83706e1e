import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { type Reading, sourceOf } from '@/lib/dyads/series-source'
import { DeskError } from '@/lib/errors'
import { owedBy } from '@/lib/samples/blind'
import { measuresOn } from './ledger'
import type { LedgerView } from './views'

/**
 * What stands between the two countries of a dyad on a day (the reading's last, unless another is asked for), and what ended by
 * then. O(the dyad's incidents).
 * @throws DeskError FORBIDDEN; NOT_FOUND for a dyad of which nothing is known in that reading; INVALID as `sourceOf`.
 */
export async function dyadMeasures(
  viewer: Viewer,
  dyadId: string,
  { day, ...reading }: { day?: number } & Reading = {},
): Promise<LedgerView> {
  authorize(viewer, 'dyad:read')
  const source = await sourceOf(viewer, dyadId, reading)
  if (source.began === null) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
  const owed = await owedBy(await database(), viewer)
  const { asOf, unreviewed = false } = reading
  return {
    ...measuresOn(dyadId, await source.facts(), Math.min(day ?? source.today, source.today), owed),
    asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
    unreviewed,
  }
}
