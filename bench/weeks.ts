import { operator } from '@/lib/auth/operator'
import { adoptStore, type Store } from '@/lib/db/client'
import { dyadView } from '@/lib/dyads/queries'
import { deskWeek, weekPage } from '@/lib/weeks/queries'
import type { Line } from './measure'
import { againstSql } from './pages'

/** What the weekly pages read, of one dyad and of the whole desk, against the same SQL sent bare. */
export async function benchWeeks(url: string, store: Store, dyadId: string): Promise<Line[]> {
  const viewer = operator()
  adoptStore(store)
  const { weekId } = (await dyadView(viewer, dyadId)).shown
  const ofDyad = () => weekPage(viewer, dyadId, weekId)
  return [
    await againstSql('Week of a dyad, 1,000 incidents of 1,000,000', url, store, ofDyad),
    await againstSql('Week of the desk, 1,000 dyads, 1,000,000 incidents', url, store, () => deskWeek(viewer)),
  ]
}
