import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { newBriefingPath } from '@/components/briefings/briefing-words'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { dyadAddress, readingParams, refusedMoment, type SearchParams } from '@/components/dyads/dyad-address'
import { DyadPageHeader, dyadTitle } from '@/components/dyads/dyad-page-header'
import { LinkButton } from '@/components/ui/button'
import { ReadingNote } from '@/components/weeks/reading-note'
import { weekPath } from '@/components/weeks/week-path'
import { WeekSheet } from '@/components/weeks/week-sheet'
import { annotationsOf } from '@/lib/annotations/queries'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { isWeekId, weekEndOf } from '@/lib/core/calendar'
import { isDyadId } from '@/lib/core/dyad'
import { isDeskError } from '@/lib/errors'
import { weekPage } from '@/lib/weeks/queries'
import { readingOf } from '../../dyad-reading'

interface WeekProps {
  params: Promise<{ dyad: string; week: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: WeekProps): Promise<Metadata> {
  const { dyad, week } = await params
  return { title: isDyadId(dyad) && isWeekId(week) ? `${week}: ${dyadTitle(dyad)}` : 'Not found' }
}

/** What moved in a week of a dyad, why, and how sure that is; as of a moment if one is named. */
export default async function Week({ params, searchParams }: WeekProps) {
  const [{ dyad: dyadId, week }, search] = [await params, await searchParams]
  const asked = dyadAddress(dyadId, search)
  const viewer = await viewerOrSignIn(weekPath(dyadId, week, asked))
  if (!isDyadId(dyadId) || !isWeekId(week)) notFound()
  const reading = readingOf(viewer, asked)
  const ofAddress = { ...asked, unreviewed: reading.unreviewed }
  const refused = refusedMoment(search)
  const page = await weekPage(viewer, dyadId, week, reading).catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  })
  const { weekStart } = page.week
  const annotations = (await annotationsOf(viewer, dyadId, reading)).filter(
    ({ startDay, endDay }) => startDay <= weekEndOf(weekStart) && (endDay ?? startDay) >= weekStart,
  )
  const now = weekPath(dyadId, week, { ...asked, asOf: undefined, method: 'then', unreviewed: false })
  return (
    <>
      <DyadPageHeader
        dyadId={dyadId}
        page="weeks"
        title={`${dyadTitle(dyadId)} in ${week}`}
        reading={readingParams(ofAddress).toString()}
        actions={
          may(viewer, 'briefing:compose') && <LinkButton href={newBriefingPath({ dyadId, week })}>Brief</LinkButton>
        }
      />
      <NoMoment asked={refused.asked} why={refused.why} />
      <ReadingNote asOf={page.asOf} unreviewed={page.unreviewed} now={now} />
      <WeekSheet page={page} reading={ofAddress} annotations={annotations} />
    </>
  )
}
