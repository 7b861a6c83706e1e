import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { NothingKnown } from '@/components/dyads/as-of/nothing-known'
import { dyadAddress, readingParams, refusedMoment, type SearchParams } from '@/components/dyads/dyad-address'
import { DyadPageHeader, dyadTitle } from '@/components/dyads/dyad-page-header'
import { shownFigures } from '@/components/dyads/shown-figures'
import { ReadingNote } from '@/components/weeks/reading-note'
import { WeekSteps } from '@/components/weeks/week-steps'
import { ClearKey } from '@/components/what-if/clear-key'
import { StrikeLists } from '@/components/what-if/strike-lists'
import { WithoutChart } from '@/components/what-if/without-chart'
import { WithoutHead } from '@/components/what-if/without-head'
import { withoutPath } from '@/components/what-if/without-path'
import { viewerOrSignIn } from '@/lib/auth/session'
import { isDyadId } from '@/lib/core/dyad'
import { withoutView } from '@/lib/what-if/queries'
import { readStruck, strikesNothing } from '@/lib/what-if/schema'
import { neighboursOf, readingOf, viewOrNothing } from '../dyad-reading'

interface WithoutProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: WithoutProps): Promise<Metadata> {
  const { dyad } = await params
  return { title: isDyadId(dyad) ? `Without: ${dyadTitle(dyad)}` : 'Not found' }
}

const NOTHING = { incidents: [], outlets: [], categories: [] }

/** The line of a dyad without some incidents, sources or categories: how much of it rests on them. Nothing is written. */
export default async function Without({ params, searchParams }: WithoutProps) {
  const search = await searchParams
  const asked = { ...dyadAddress((await params).dyad, search), struck: readStruck(search) }
  const viewer = await viewerOrSignIn(withoutPath(asked))
  const { dyadId, struck } = asked
  if (!isDyadId(dyadId)) notFound()
  const reading = readingOf(viewer, asked)
  const address = { ...asked, unreviewed: reading.unreviewed }
  const view = await viewOrNothing(viewer, address, reading)
  if (view === null) return <NothingKnown address={address} at={reading.asOf?.moment.toISOString() ?? ''} />
  const refused = refusedMoment(search)
  const { week } = shownFigures(view)
  const shown = { ...view, shown: week }
  const without = await withoutView(viewer, dyadId, week.weekStart, { struck, ...reading })
  const clear = withoutPath({ ...address, struck: NOTHING })
  return (
    <>
      <DyadPageHeader
        dyadId={dyadId}
        page="without"
        reading={readingParams(address).toString()}
        title="Without"
        lead="Strike out incidents, sources or categories and see the line without them. What is struck out stands in the address alone; the record stays as it is."
        actions={<WeekSteps {...neighboursOf(view, (weekId) => withoutPath({ ...address, week: weekId }))} />}
      />
      <ClearKey href={clear} />
      <NoMoment asked={refused.asked} why={refused.why} />
      <ReadingNote
        asOf={view.asOf}
        unreviewed={view.unreviewed}
        now={withoutPath({ ...address, asOf: undefined, method: 'then', unreviewed: false })}
      />
      <WithoutHead view={shown} without={without} nothing={strikesNothing(struck)} clear={clear} />
      <WithoutChart view={shown} without={without} address={address} />
      <StrikeLists view={without} address={address} />
      <p className="max-w-prose text-xs text-muted">
        j and k move through the lists, Enter strikes out or puts back, x puts everything back. An incident that keeps
        another source is as credible as it was coded; only the reliability of its best source can fall.
      </p>
    </>
  )
}
