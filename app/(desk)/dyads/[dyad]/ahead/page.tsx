import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { NothingKnown } from '@/components/dyads/as-of/nothing-known'
import { dyadAddress, readingParams, refusedMoment, type SearchParams } from '@/components/dyads/dyad-address'
import { DyadPageHeader, dyadTitle } from '@/components/dyads/dyad-page-header'
import { Callout } from '@/components/ui/callout'
import { ScoreFigure } from '@/components/ui/score-figure'
import { WeekLabel } from '@/components/ui/week-label'
import { ReadingNote } from '@/components/weeks/reading-note'
import { AheadChart } from '@/components/what-if/ahead-chart'
import { aheadPath } from '@/components/what-if/ahead-path'
import { ClearKey } from '@/components/what-if/clear-key'
import { CostSection } from '@/components/what-if/cost-section'
import { FallSection } from '@/components/what-if/fall-section'
import { SupposedSection } from '@/components/what-if/supposed-section'
import { viewerOrSignIn } from '@/lib/auth/session'
import { formatDay } from '@/lib/core/calendar'
import { isDyadId } from '@/lib/core/dyad'
import { aheadView } from '@/lib/what-if/queries'
import { readHypotheticals } from '@/lib/what-if/schema'
import { readingOf, viewOrNothing } from '../dyad-reading'

interface AheadProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: AheadProps): Promise<Metadata> {
  const { dyad } = await params
  return { title: isDyadId(dyad) ? `Ahead: ${dyadTitle(dyad)}` : 'Not found' }
}

/** What the arithmetic makes of the time to come, alone and with incidents that are supposed. No forecast, and nothing is written. */
export default async function Ahead({ params, searchParams }: AheadProps) {
  const search = await searchParams
  const asked = { ...dyadAddress((await params).dyad, search), week: undefined }
  const { dyadId } = asked
  if (!isDyadId(dyadId)) notFound()
  const supposed = readHypotheticals(search.add, dyadId)
  const viewer = await viewerOrSignIn(aheadPath({ ...asked, supposed }))
  const reading = readingOf(viewer, asked)
  const dyad = await viewOrNothing(viewer, asked, reading)
  if (dyad === null) return <NothingKnown address={asked} at={reading.asOf?.moment.toISOString() ?? ''} />
  const refused = refusedMoment(search)
  const view = await aheadView(viewer, dyadId, { supposed, ...reading })
  const { asOf, method } = asked
  // What does not lie ahead any more is left out of the address that the page goes on with.
  const address = {
    dyadId,
    supposed: view.supposed.map(({ actor, target, code, day }) => ({ actor, target, code, day })),
    asOf,
    method,
    unreviewed: reading.unreviewed,
  }
  const passed = supposed.length - view.supposed.length
  return (
    <>
      <DyadPageHeader
        dyadId={dyadId}
        page="ahead"
        reading={readingParams(address).toString()}
        title="Ahead"
        lead="What the arithmetic of the score makes of the time to come: how it fades if nothing happens, and what incidents would do that you suppose. None of it is a forecast."
      />
      <ClearKey href={aheadPath({ ...address, supposed: [] })} focus={{ a: 'code' }} />
      <NoMoment asked={refused.asked} why={refused.why} />
      <ReadingNote
        asOf={view.asOf}
        unreviewed={view.unreviewed}
        now={aheadPath({ ...address, asOf: undefined, method: 'then', unreviewed: false })}
      />
      <div className="mb-4">
        <p className="text-sm text-muted">By the arithmetic on {formatDay(view.day)}</p>
        <ScoreFigure
          score={view.score}
          band={view.band.name}
          muted={dyad.notCheckedSince !== null}
          label={`Score on ${formatDay(view.day)}`}
        />
      </div>
      {dyad.notCheckedSince !== null && (
        <Callout title="Nobody has looked since" className="mb-5">
          <p>
            The weeks from <WeekLabel weekStart={dyad.notCheckedSince} /> on were not checked. What follows goes on from
            what is on record, faded to {formatDay(view.day)}.
          </p>
        </Callout>
      )}
      {passed > 0 && (
        <Callout title="Some of what this address supposes is left out" className="mb-5">
          <p>It does not lie ahead, or more than a year.</p>
        </Callout>
      )}
      <AheadChart view={view} dyadId={dyadId} />
      <SupposedSection view={view} address={address} />
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <FallSection view={view} />
        <CostSection view={view} />
      </div>
      <p className="mt-4 text-xs text-muted" data-print="hide">
        a puts the cursor where an indicator is chosen, j and k move through what is supposed, x takes all of it back.
      </p>
    </>
  )
}
