import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { AnnotationsSection } from '@/components/annotations/annotations-section'
import { newBriefingPath, shareDyadPath } from '@/components/briefings/briefing-words'
import { CertaintyLine } from '@/components/certainty/certainty-line'
import { AsOfControl } from '@/components/dyads/as-of/as-of-control'
import { DifferenceSection } from '@/components/dyads/as-of/difference-section'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { NothingKnown } from '@/components/dyads/as-of/nothing-known'
import { approvedAlone, knownNow } from '@/components/dyads/as-of/other-line'
import { ReadingBanner } from '@/components/dyads/as-of/reading-banner'
import { ChangeSection } from '@/components/dyads/change-section'
import { dyadAddress, dyadPath, refusedMoment, type SearchParams } from '@/components/dyads/dyad-address'
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
import { MeasuresWhenRead } from '@/components/measures/measures-section'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { measuresPath } from '@/components/weeks/week-path'
import { annotationHistory, annotationsOf } from '@/lib/annotations/queries'
import { asOfComparison, asOfMethods, countProposed } from '@/lib/as-of/queries'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { certaintyLine } from '@/lib/certainty/queries'
import { annotationMarks } from '@/lib/charts/annotations'
import { isCovered } from '@/lib/charts/points'
import { todayUtc } from '@/lib/clock'
import { codesOf, isDyadId } from '@/lib/core/dyad'
import { countryName } from '@/lib/countries'
import { checksOf, standing, weekParts } from '@/lib/dyads/queries'
import { dyadMeasures } from '@/lib/measures/queries'
import { readingOf, viewOrNothing } from './dyad-reading'

interface DyadProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: DyadProps): Promise<Metadata> {
  const { dyad } = await params
  return { title: isDyadId(dyad) ? codesOf(dyad).map(countryName).join(' – ') : 'Not found' }
}

/** Why, and since when: a dyad's score, what it is made of, and the incidents of one week; as of a moment if one is named. */
export default async function Dyad({ params, searchParams }: DyadProps) {
  const search = await searchParams
  const asked = dyadAddress((await params).dyad, search)
  const refused = refusedMoment(search)
  const viewer = await viewerOrSignIn(dyadPath(asked))
  if (!isDyadId(asked.dyadId)) notFound()
  const reading = readingOf(viewer, asked)
  const { asOf, unreviewed } = reading
  const address = { ...asked, unreviewed }
  const { dyadId, after } = address
  const view = await viewOrNothing(viewer, address, reading)
  const proposed = may(viewer, 'incident:read-unpublished') ? await countProposed(viewer, dyadId) : null
  const at = asOf?.moment.toISOString() ?? null
  const methods = asOf ? await asOfMethods(viewer, dyadId, asOf.moment) : null
  // By its key it stays the same element, with its focus, while the slider moves the page between moments.
  const control = <AsOfControl key="as-of" {...{ address, at, methods, proposed }} today={todayUtc()} />
  if (view === null) {
    return (
      <>
        <NothingKnown address={address} at={at ?? ''} />
        {control}
      </>
    )
  }
  const checks = await checksOf(viewer, dyadId, reading)
  const parts = weekParts(viewer, dyadId, view.shown.weekStart, { after, ...reading })
  const comparison = asOf ? asOfComparison(viewer, dyadId, asOf, { week: view.shown.weekId }) : null
  const other = comparison ? knownNow(viewer, dyadId, comparison) : unreviewed ? approvedAlone(viewer, dyadId) : null
  const figures = shownFigures(view)
  // What is written belongs to the present: a page of the past, or of what might be, offers none of it.
  const present = asOf === undefined && !unreviewed
  const [mayCheck, canLog] = [present && may(viewer, 'week:check'), present && may(viewer, 'incident:create')]
  const annotations = await annotationsOf(viewer, dyadId, { asOf })
  const writes = present && may(viewer, 'annotation:write')
  const marks = annotationMarks(annotations)
  const ofRange = { view, address, week: figures.week, marks }
  return (
    <>
      <DyadHeader
        {...{ view, address, figures, canLog }}
        briefHref={may(viewer, 'briefing:compose') ? newBriefingPath({ dyadId, week: figures.week.weekId }) : null}
        shareHref={may(viewer, 'briefing:share') ? shareDyadPath(dyadId) : null}
        certainty={
          <Suspense fallback="How sure it is is being worked out …">
            <CertaintyLine line={certaintyLine(viewer, dyadId, figures.week.weekStart, reading)} address={address} />
          </Suspense>
        }
      />
      <Suspense fallback={<Skeleton className="mb-4 h-5 w-96" />}>
        <StandingLine standings={standing(viewer, dyadId, figures.week.lastDay, reading)} />
      </Suspense>
      <NoMoment asked={refused.asked} why={refused.why} />
      <ReadingBanner view={view} address={address} proposed={proposed} />
      {control}
      <NotCheckedCallout view={view} checks={checks} mayCheck={mayCheck} />
      <KeyFigures view={view} week={figures.week} />
      <Suspense fallback={<Skeleton className="mb-6 h-[34rem] w-full" />}>
        <TrendSection viewer={viewer} view={view} address={address} reading={reading} other={other} marks={marks} />
      </Suspense>
      <div className="mb-6">
        <AnnotationsSection
          dyadId={dyadId}
          annotations={annotations}
          history={await annotationHistory(viewer, dyadId, { asOf })}
          login={writes ? viewer.login : null}
        />
      </div>
      {comparison && (
        <Suspense fallback={<SkeletonRows rows={6} label="Loading what changed since" />}>
          <div className="mb-6">
            <DifferenceSection comparison={comparison} address={address} />
          </div>
        </Suspense>
      )}
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
        <Suspense fallback={<SkeletonRows rows={4} label="Loading what is in force" />}>
          <MeasuresWhenRead measures={dyadMeasures(viewer, dyadId, reading)} href={measuresPath(dyadId, address)} />
        </Suspense>
      </div>
      <div className="mt-6">
        <RecordsLine view={view} address={address} />
        <SeriesLinks address={address} />
      </div>
    </>
  )
}
