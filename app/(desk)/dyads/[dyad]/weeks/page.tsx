import { notFound, redirect } from 'next/navigation'
import { dyadAddress, type SearchParams } from '@/components/dyads/dyad-address'
import { weekPath } from '@/components/weeks/week-path'
import { viewerOrSignIn } from '@/lib/auth/session'
import { isDyadId } from '@/lib/core/dyad'
import { readingOf, viewOrNothing } from '../dyad-reading'

interface WeeksProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<SearchParams>
}

/** The weeks of a dyad begin at the last covered one. */
export default async function Weeks({ params, searchParams }: WeeksProps) {
  const { dyad } = await params
  const asked = dyadAddress(dyad, await searchParams)
  const viewer = await viewerOrSignIn(`/dyads/${dyad}/weeks`)
  if (!isDyadId(dyad)) notFound()
  const view = await viewOrNothing(viewer, asked, readingOf(viewer, asked))
  if (!view) notFound()
  redirect(weekPath(dyad, view.shown.weekId, asked))
}
