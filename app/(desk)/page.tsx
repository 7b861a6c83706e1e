import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OverviewCards } from '@/components/overview/overview-cards'
import { OverviewEmpty } from '@/components/overview/overview-empty'
import { OverviewHead } from '@/components/overview/overview-head'
import { overviewPath } from '@/components/overview/overview-path'
import { OverviewTable } from '@/components/overview/overview-table'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { overviewPage } from '@/lib/dyads/queries'
import { isDeskError } from '@/lib/errors'

export const metadata: Metadata = { title: 'Overview' }

interface OverviewProps {
  searchParams: Promise<{ week?: string; after?: string }>
}

/** What moved: the dyads by tension in one week, the latest covered one unless another is asked for. */
export default async function Overview({ searchParams }: OverviewProps) {
  const [viewer, { week, after }] = [await viewerOrSignIn('/'), await searchParams]
  const page = await overviewPage(viewer, { week, after }).catch((error: unknown) => {
    // A week that is none, or has not begun, is answered with the one that the desk opens at.
    if (isDeskError(error) && error.code === 'NOT_FOUND' && week !== undefined) redirect('/')
    throw error
  })
  if (page.counts.dyads === 0 && week === undefined) {
    return (
      <>
        <PageHeader title="Overview" />
        <OverviewEmpty canLog={may(viewer, 'incident:create')} />
      </>
    )
  }
  return (
    <>
      <OverviewHead page={page} />
      <div className="-mx-3 hidden md:block">
        <OverviewTable rows={page.rows} weekStart={page.weekStart} />
      </div>
      <div className="md:hidden">
        <OverviewCards rows={page.rows} />
      </div>
      {page.rows.length === 0 && <p className="py-6 text-sm text-muted">No dyad had a record in this week yet.</p>}
      {page.next !== null && (
        <p className="mt-4">
          <LinkButton href={overviewPath(page.weekStart, page.next)}>More dyads</LinkButton>
        </p>
      )}
    </>
  )
}
