import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { BasisSection } from '@/components/certainty/basis-section'
import { certaintyPath, onDemandOf } from '@/components/certainty/certainty-path'
import { ClosesSection } from '@/components/certainty/closes-section'
import { HalfLifeSection } from '@/components/certainty/half-life-section'
import { IntervalSection } from '@/components/certainty/interval-section'
import { RanksOffer, RanksSection } from '@/components/certainty/ranks-section'
import { SensitivitySection } from '@/components/certainty/sensitivity-section'
import { SobolOffer, SobolSection } from '@/components/certainty/sobol-section'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { NothingKnown } from '@/components/dyads/as-of/nothing-known'
import { dyadAddress, readingParams, refusedMoment, type SearchParams } from '@/components/dyads/dyad-address'
import { DyadPageHeader, dyadTitle } from '@/components/dyads/dyad-page-header'
import { shownFigures } from '@/components/dyads/shown-figures'
import { Callout } from '@/components/ui/callout'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { ReadingNote } from '@/components/weeks/reading-note'
import { WeekSteps } from '@/components/weeks/week-steps'
import { withoutPath } from '@/components/what-if/without-path'
import { viewerOrSignIn } from '@/lib/auth/session'
import {
  dataIntervals,
  halfLifeLines,
  weekCertainty,
  weekRanks,
  weekSensitivity,
  weekSobol,
} from '@/lib/certainty/queries'
import { isCovered } from '@/lib/charts/points'
import { isDyadId } from '@/lib/core/dyad'
import { neighboursOf, readingOf, viewOrNothing } from '../dyad-reading'

interface CertaintyProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: CertaintyProps): Promise<Metadata> {
  const { dyad } = await params
  return { title: isDyadId(dyad) ? `How sure: ${dyadTitle(dyad)}` : 'Not found' }
}

/** How far a score could be off, and what it hangs on; every part is streamed when a thread has worked it out. */
export default async function Certainty({ params, searchParams }: CertaintyProps) {
  const search = await searchParams
  const asked = dyadAddress((await params).dyad, search)
  const onDemand = onDemandOf(search)
  const viewer = await viewerOrSignIn(certaintyPath({ ...asked, ...onDemand }))
  const { dyadId } = asked
  if (!isDyadId(dyadId)) notFound()
  const reading = readingOf(viewer, asked)
  const address = { ...asked, ...onDemand, unreviewed: reading.unreviewed }
  const view = await viewOrNothing(viewer, address, reading)
  if (view === null) return <NothingKnown address={address} at={reading.asOf?.moment.toISOString() ?? ''} />
  const refused = refusedMoment(search)
  // What was not checked has no figure to be sure of: the last covered week before it stands in.
  const { week, standsIn } = shownFigures(view)
  const shown = { ...view, shown: week }
  const { weekStart } = week
  const certainty = weekCertainty(viewer, dyadId, weekStart, reading)
  const pathOf = (weekId: string) => certaintyPath({ ...address, week: weekId })
  const now = certaintyPath({ ...address, asOf: undefined, method: 'then', unreviewed: false })
  return (
    <>
      <DyadPageHeader
        dyadId={dyadId}
        page="certainty"
        reading={readingParams(address).toString()}
        title="How sure"
        lead="How far the score of a week could be off, given how its incidents were reported and coded and how the method adds them up; and what it hangs on. Nothing here is a forecast."
        actions={<WeekSteps {...neighboursOf(view, pathOf)} />}
      />
      <NoMoment asked={refused.asked} why={refused.why} />
      <ReadingNote asOf={view.asOf} unreviewed={view.unreviewed} now={now} />
      {standsIn && (
        <Callout title={`${view.shown.weekId} was not checked`} className="mb-4">
          <p>
            {isCovered(week)
              ? `A week that nobody looked at has no figure to be sure of. ${week.weekId}, the last covered week before it, is shown.`
              : 'A week that nobody looked at has no figure to be sure of; what follows is what fading alone leaves.'}
          </p>
        </Callout>
      )}
      <Suspense fallback={<Skeleton className="mb-6 h-72 w-full" />}>
        <IntervalSection certainty={certainty} bands={view.bands} />
      </Suspense>
      <ClosesSection view={shown} address={address} intervals={dataIntervals(viewer, dyadId, weekStart, reading)} />
      <Suspense fallback={<SkeletonRows rows={8} label="Working out what the score hangs on" />}>
        <SensitivitySection
          view={shown}
          sensitivity={weekSensitivity(viewer, dyadId, weekStart, reading)}
          without={(id) =>
            withoutPath({ ...address, week: week.weekId, struck: { incidents: [id], outlets: [], categories: [] } })
          }
        />
      </Suspense>
      <Suspense fallback={<Skeleton className="mb-6 h-96 w-full" />}>
        <HalfLifeSection
          view={shown}
          range={address.range}
          halfLives={halfLifeLines(viewer, dyadId, weekStart, reading)}
        />
      </Suspense>
      <div className="mb-6 grid grid-cols-1 gap-6 lg:grid-cols-2">
        <div data-card="" className="min-w-0 self-start rounded border bg-raised pb-1">
          {onDemand.sobol ? (
            <Suspense fallback={<SkeletonRows rows={6} label="Working out the Sobol indices" />}>
              <SobolSection sobol={weekSobol(viewer, dyadId, weekStart, reading)} />
            </Suspense>
          ) : (
            <SobolOffer href={certaintyPath({ ...address, week: week.weekId, sobol: true })} />
          )}
        </div>
        {!reading.unreviewed && (
          <div data-card="" className="min-w-0 self-start rounded border bg-raised pb-1">
            {onDemand.ranks ? (
              <Suspense fallback={<SkeletonRows rows={6} label="Working out the ranks" />}>
                <RanksSection ranks={weekRanks(viewer, weekStart, { asOf: reading.asOf })} address={address} />
              </Suspense>
            ) : (
              <RanksOffer href={certaintyPath({ ...address, week: week.weekId, ranks: true })} />
            )}
          </div>
        )}
      </div>
      <Suspense fallback={<Skeleton className="h-16 w-full" />}>
        <BasisSection certainty={certainty} address={address} />
      </Suspense>
    </>
  )
}
