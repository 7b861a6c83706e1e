import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { refusedMoment } from '@/components/dyads/dyad-address'
import { CompareForm } from '@/components/overview/compare-form'
import { OverviewAsOf, OverviewBanner } from '@/components/overview/overview-as-of'
import { OverviewCards } from '@/components/overview/overview-cards'
import { OverviewEmpty } from '@/components/overview/overview-empty'
import { OverviewHead } from '@/components/overview/overview-head'
import { overviewPath, overviewReading } from '@/components/overview/overview-path'
import { OverviewTable } from '@/components/overview/overview-table'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { readAsOf } from '@/lib/as-of/schema'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { todayUtc } from '@/lib/clock'
import { overviewPage } from '@/lib/dyads/queries'
import { isDeskError } from '@/lib/errors'

export const metadata: Metadata = { title: 'Overview' }

interface OverviewProps {
  searchParams: Promise<{ week?: string; after?: string; asOf?: string; method?: string }>
}

/** What moved: the dyads by tension in one week, the latest covered one unless another is asked for; as of a moment if named. */
export default async function Overview({ searchParams }: OverviewProps) {
  const [viewer, { week, after, ...asked }] = [await viewerOrSignIn('/'), await searchParams]
  const reading = overviewReading(asked)
  const refused = refusedMoment(asked)
  const asOf = readAsOf(reading)
  const answer = await overviewPage(viewer, { week, after, asOf }).catch((error: unknown) => {
    // A week that is none, or has not begun, is answered with the one that the desk opens at.
    if (isDeskError(error) && error.code === 'NOT_FOUND' && week !== undefined) redirect(overviewPath(null, reading))
    if (isDeskError(error) && error.code === 'INVALID' && asOf) return error.message
    throw error
  })
  if (typeof answer === 'string') return <OverviewTooLarge message={answer} />
  const page = answer
  const at = page.asOf?.at ?? null
  const control = <OverviewAsOf at={at} reading={reading} today={todayUtc()} />
  if (page.counts.dyads === 0 && week === undefined) {
    return (
      <>
        <PageHeader title="Overview" />
        <NoMoment asked={refused.asked} why={refused.why} />
        <OverviewBanner at={at} reading={reading} weekStart={null} />
        {at === null ? (
          <OverviewEmpty canLog={may(viewer, 'incident:create')} />
        ) : (
          <EmptyState title="Nothing counted here as of then.">
            <p>No incident had been approved by then, and no week had been checked.</p>
          </EmptyState>
        )}
        {at !== null && control}
      </>
    )
  }
  return (
    <>
      <OverviewHead page={page} reading={reading} />
      <NoMoment asked={refused.asked} why={refused.why} />
      <OverviewBanner at={at} reading={reading} weekStart={page.weekStart} />
      <CompareForm>
        <div className="-mx-3 hidden md:block">
          <OverviewTable rows={page.rows} weekStart={page.weekStart} asOf={page.asOf} />
        </div>
        <div className="md:hidden">
          <OverviewCards rows={page.rows} asOf={page.asOf} />
        </div>
      </CompareForm>
      {page.rows.length === 0 && <p className="py-6 text-sm text-muted">No dyad had a record in this week yet.</p>}
      {page.next !== null && (
        <p className="mt-4">
          <LinkButton href={overviewPath(page.weekStart, reading, page.next)}>More dyads</LinkButton>
        </p>
      )}
      {control}
    </>
  )
}

/** The overview as of then cannot be computed at once; single dyads can. */
function OverviewTooLarge({ message }: { message: string }) {
  return (
    <>
      <PageHeader title="Overview" />
      <EmptyState
        title="Too much for an overview as of a moment"
        actions={<LinkButton href="/">Back to now</LinkButton>}
      >
        <p>{message}</p>
      </EmptyState>
    </>
  )
}
