import { redirect } from 'next/navigation'
import type { SearchParams } from '@/components/dyads/dyad-address'
import { deskWeekPath } from '@/components/weeks/week-path'
import { viewerOrSignIn } from '@/lib/auth/session'
import { deskWeek } from '@/lib/weeks/queries'
import { askedList } from './asked-list'

/** The weeks of the desk, or of a watchlist, begin at the latest covered one. */
export default async function Weeks({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await viewerOrSignIn('/weeks')
  const list = await askedList(viewer, await searchParams)
  const { weekId } = await deskWeek(viewer, { dyadIds: list?.dyadIds })
  redirect(deskWeekPath(weekId, { asOf: undefined, method: 'then', list: list?.id }))
}
