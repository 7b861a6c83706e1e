import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { newBriefingPath } from '@/components/briefings/briefing-words'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { dyadAddress, refusedMoment, type SearchParams } from '@/components/dyads/dyad-address'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { WeekLabel } from '@/components/ui/week-label'
import { listPath } from '@/components/watch/condition-words'
import { DeskTable } from '@/components/weeks/desk-table'
import { ReadingNote } from '@/components/weeks/reading-note'
import { deskWeekPath } from '@/components/weeks/week-path'
import { WeekSteps } from '@/components/weeks/week-steps'
import { readAsOf } from '@/lib/as-of/schema'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { isWeekId } from '@/lib/core/calendar'
import { isDeskError } from '@/lib/errors'
import { deskWeek } from '@/lib/weeks/queries'
import { askedList } from '../asked-list'

interface DeskWeekProps {
  params: Promise<{ week: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: DeskWeekProps): Promise<Metadata> {
  const { week } = await params
  return { title: isWeekId(week) ? `${week}: which dyads moved` : 'Not found' }
}

/** Which dyads, of all or of a watchlist, moved in a week, how far and by what; as of a moment if one is named. */
export default async function DeskWeekPage({ params, searchParams }: DeskWeekProps) {
  const [{ week: weekId }, search] = [await params, await searchParams]
  // No dyad is named: of a dyad's address only the reading and the cursor are read here.
  const { after, asOf, method } = dyadAddress('', search)
  const named = typeof search.list === 'string' ? search.list : undefined
  const viewer = await viewerOrSignIn(deskWeekPath(weekId, { asOf, method, list: named }))
  const refused = refusedMoment(search)
  const moment = readAsOf({ asOf, method })
  const list = await askedList(viewer, search)
  const address = { asOf, method, list: list?.id }
  const asked = { week: weekId, after, asOf: moment, dyadIds: list?.dyadIds }
  const answer = await deskWeek(viewer, asked).catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    if (isDeskError(error) && error.code === 'INVALID' && moment) return error.message
    throw error
  })
  const now = deskWeekPath(weekId, { ...address, asOf: undefined, method: 'then' })
  const trail = [{ href: '/', label: 'Overview' }, ...(list ? [{ href: listPath(list.id), label: list.name }] : [])]
  const title = `${list ? list.name : 'All dyads'} in ${weekId}`
  if (typeof answer === 'string') {
    return (
      <>
        <PageHeader title={title} trail={trail} />
        <EmptyState
          title="Too much for one page as of a moment"
          actions={<LinkButton href={now}>Back to now</LinkButton>}
        >
          <p>{answer}</p>
        </EmptyState>
      </>
    )
  }
  const { counts, rows } = answer
  const step = (id: string | null) => (id === null ? null : { weekId: id, href: deskWeekPath(id, address) })
  const line = [
    `${counts.up} up`,
    `${counts.down} down`,
    `${counts.still} unmoved`,
    counts.notChecked > 0 && `${counts.notChecked} not checked`,
  ].filter(Boolean)
  return (
    <>
      <PageHeader
        title={title}
        trail={trail}
        actions={
          may(viewer, 'briefing:compose') && (
            <LinkButton href={newBriefingPath({ kind: 'round-up', week: weekId })}>Brief</LinkButton>
          )
        }
      />
      <NoMoment asked={refused.asked} why={refused.why} />
      <ReadingNote asOf={answer.asOf} unreviewed={false} now={now} />
      <p className="mb-1 max-w-4xl text-lg">{answer.headline}</p>
      <div className="mb-4 flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <WeekLabel weekStart={answer.weekStart} withDates />
        {answer.inProgress && <span>, week in progress</span>}
        <WeekSteps previous={step(answer.previous)} next={step(answer.next)} />
        <span className="tabular-nums">{line.join(' · ')}</span>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={`No dyad${list ? ' of this list' : ''} had a record in this week yet.`}
          actions={may(viewer, 'incident:create') && <LinkButton href="/incidents/new">Log an incident</LinkButton>}
        >
          <p>A dyad appears with its first approved incident or weekly check.</p>
        </EmptyState>
      ) : (
        <div data-card="" className="rounded border bg-raised">
          <DeskTable rows={rows} weekId={weekId} reading={{ asOf, method, unreviewed: false }} />
        </div>
      )}
      {answer.nextRows !== null && (
        <p className="mt-4" data-print="hide">
          <LinkButton href={deskWeekPath(weekId, address, answer.nextRows)}>More dyads</LinkButton>
        </p>
      )}
      <p className="mt-3 max-w-3xl text-xs text-muted">
        Those that moved most come first. What a new incident raised or lowered is its exact share of the change; fading
        is what all older ones lost together. None of it is a forecast.
      </p>
    </>
  )
}
