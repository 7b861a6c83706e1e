import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { dyadAddress, readingParams, refusedMoment, type SearchParams } from '@/components/dyads/dyad-address'
import { DyadPageHeader, dyadTitle } from '@/components/dyads/dyad-page-header'
import { OutlookSection } from '@/components/patterns/outlook-section'
import { PatternFiles } from '@/components/patterns/pattern-files'
import { NothingThen, PatternReading } from '@/components/patterns/pattern-reading'
import { patternsPath } from '@/components/patterns/patterns-path'
import { ReciprocitySection } from '@/components/patterns/reciprocity-section'
import { SignalsSection } from '@/components/patterns/signals-section'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { viewerOrSignIn } from '@/lib/auth/session'
import { todayUtc } from '@/lib/clock'
import { isDyadId } from '@/lib/core/dyad'
import { dyadOutlook, dyadReciprocity, dyadSignals } from '@/lib/patterns/queries'
import { readingOf, viewOrNothing } from '../dyad-reading'

interface PatternsProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: PatternsProps): Promise<Metadata> {
  const { dyad } = await params
  return { title: isDyadId(dyad) ? `Patterns: ${dyadTitle(dyad)}` : 'Not found' }
}

/** What repeats in a dyad's record: what stood out, who answers whom, and what simple models make of it. */
export default async function Patterns({ params, searchParams }: PatternsProps) {
  const search = await searchParams
  const asked = dyadAddress((await params).dyad, search)
  const viewer = await viewerOrSignIn(patternsPath(asked))
  if (!isDyadId(asked.dyadId)) notFound()
  const reading = readingOf(viewer, asked)
  const address = { ...asked, week: undefined, unreviewed: reading.unreviewed }
  const { dyadId } = address
  const view = await viewOrNothing(viewer, address, reading)
  const refused = refusedMoment(search)
  return (
    <>
      <DyadPageHeader
        dyadId={dyadId}
        page="patterns"
        reading={readingParams(address).toString()}
        title="Patterns"
        lead="What stood out in the record, who answers whom, and how far simple models would have foreseen it."
      />
      <NoMoment asked={refused.asked} why={refused.why} />
      <PatternReading address={address} view={view} today={todayUtc()} />
      {view === null ? (
        <NothingThen address={address} />
      ) : (
        <>
          <Suspense fallback={<SkeletonRows rows={10} label="Loading the signals" />}>
            <SignalsSection view={view} address={address} signals={dyadSignals(viewer, dyadId, reading)} />
          </Suspense>
          <div className="mt-6">
            <Suspense fallback={<SkeletonRows rows={10} label="Loading the answers" />}>
              <ReciprocitySection view={view} reciprocity={dyadReciprocity(viewer, dyadId, reading)} />
            </Suspense>
          </div>
          <div className="mt-6">
            <Suspense fallback={<Skeleton className="h-96 w-full" />}>
              <OutlookSection view={view} outlook={dyadOutlook(viewer, dyadId, reading)} />
            </Suspense>
          </div>
          <PatternFiles address={address} />
        </>
      )}
    </>
  )
}
