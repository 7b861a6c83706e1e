import { notFound } from 'next/navigation'
import type { SearchParams } from '@/components/dyads/dyad-address'
import type { Viewer } from '@/lib/auth/viewer'
import { orNotFound } from '@/lib/watch/or-not-found'
import { getWatchlist } from '@/lib/watch/queries'
import { isWatchId } from '@/lib/watch/schema'
import type { ListView } from '@/lib/watch/views'

/** The watchlist that an address names, or null where it names none. One that the viewer may not see is not found. */
export async function askedList(viewer: Viewer, { list }: SearchParams): Promise<ListView | null> {
  if (list === undefined) return null
  if (!isWatchId(list)) notFound()
  return (await getWatchlist(viewer, list).catch(orNotFound)) ?? notFound()
}
