import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { isCovered } from '@/components/charts/model/points'
import { ChangeSection } from '@/components/dyads/change-section'
import { dyadAddress, dyadPath, type SearchParams } from '@/components/dyads/dyad-address'
import { DyadHeader } from '@/components/dyads/dyad-header'
import { KeyFigures } from '@/components/dyads/key-figures'
import { NotCheckedCallout } from '@/components/dyads/not-checked-callout'
import { DirectionSection, HeatSection, StackSection } from '@/components/dyads/parts-section'
import { RecordsLine } from '@/components/dyads/records-line'
import { SeriesLinks } from '@/components/dyads/series-links'
import { shownFigures } from '@/components/dyads/shown-figures'
import { StandingLine } from '@/components/dyads/standing-line'
import { TrendSection } from '@/components/dyads/trend-section'
import { WeekSection } from '@/components/dyads/week-section'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { codesOf, isDyadId } from '@/lib/core/dyad'
import { countryName } from '@/lib/countries'
import { checksOf, dyadView, standing, weekParts } from '@/lib/dyads/queries'
import { isDeskError } from '@/lib/errors'

interface DyadProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: DyadProps): Promise<Metadata> {
  const { dyad } = await params
  return { title: isDyadId(dyad) ? codesOf(dyad).map(countryName).join(' – ') : 'Not found' }
}

/** Why, and since when: a dyad's score, what it is made of, and the incidents of one week. */
export default async function Dyad({ params, searchParams }: DyadProps) {
  const address = dyadAddress((await params).dyad, await searchParams)
  const viewer = await viewerOrSignIn(dyadPath(address))
  const { dyadId, week: asked, after } = address
  const view = await dyadView(viewer, dyadId, { week: asked }).catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  })
  const checks = await checksOf(viewer, dyadId)
  const parts = weekParts(viewer, dyadId, view.shown.weekStart, { after })
  const figures = shownFigures(view)
  const [mayCheck, canLog] = [may(viewer, 'week:check'), may(viewer, 'incident:create')]
  const ofRange = { view, address, week: figures.week }
  return (
    <>
      <DyadHeader view={view} address={address} figures={figures} canLog={canLog} />
      <Suspense fallback={<Skeleton className="mb-4 h-5 w-96" />}>
        <StandingLine standings={standing(viewer, dyadId, figures.week.lastDay)} />
      </Suspense>
      <NotCheckedCallout view={view} checks={checks} mayCheck={mayCheck} />
      <KeyFigures view={view} week={figures.week} />
      <Suspense fallback={<Skeleton className="mb-6 h-[34rem] w-full" />}>
        <TrendSection viewer={viewer} view={view} address={address} />
      </Suspense>
      <div className="mb-6 grid grid-cols-1 gap-6 lg:grid-cols-2">
        {isCovered(view.shown) && (
          <div data-card="" className="min-w-0 rounded border bg-raised">
            <Suspense fallback={<Skeleton className="m-4 h-72" />}>
              <ChangeSection view={view} parts={parts} />
            </Suspense>
          </div>
        )}
        <div data-card="" className="min-w-0 rounded border bg-raised">
          <StackSection {...ofRange} />
        </div>
        <div data-card="" className="min-w-0 rounded border bg-raised">
          <DirectionSection {...ofRange} />
        </div>
        <div data-card="" className="min-w-0 rounded border bg-raised">
          <HeatSection {...ofRange} />
        </div>
      </div>
      <Suspense fallback={<SkeletonRows rows={8} label="Loading the week’s incidents" />}>
        <WeekSection view={view} parts={parts} address={address} checks={checks} mayCheck={mayCheck} />
      </Suspense>
      <div className="mt-6">
        <RecordsLine view={view} />
        <SeriesLinks dyadId={dyadId} />
      </div>
    </>
  )
}
