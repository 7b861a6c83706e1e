import type { Metadata } from 'next'
import { ActivityFilterForm } from '@/components/activity/activity-filter-form'
import { ActivityList } from '@/components/activity/activity-list'
import { ACTIVITY_PAGE } from '@/components/activity/page-link'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { PageLinks } from '@/components/ui/page-links'
import { ACTIVITY_KINDS, activityQuery, parseActivityFilter } from '@/lib/activity/filter'
import { activityPeople, listActivity } from '@/lib/activity/queries'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listDyadIds } from '@/lib/incidents/queries'

export const metadata: Metadata = { title: ACTIVITY_PAGE.label }

const PATH = ACTIVITY_PAGE.href

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What the team did, newest first: all of it or what the filter in the address shows. */
export default async function ActivityPage({ searchParams }: PageProps) {
  const filter = parseActivityFilter(await searchParams)
  const viewer = await viewerOrSignIn(`${PATH}${activityQuery(filter)}`)
  if (!may(viewer, 'activity:read')) {
    return (
      <>
        <PageHeader title="Activity" />
        <EmptyState title={`Your role (${viewer.role}) may not read the log.`}>
          <p>It tells of work that is not published. What counted stands in the history of each incident.</p>
        </EmptyState>
      </>
    )
  }
  const [page, people, dyadIds] = await Promise.all([
    listActivity(viewer, filter),
    activityPeople(viewer),
    listDyadIds(viewer),
  ])
  const { after, ...whole } = filter
  const signIns = may(viewer, 'sign-in:read')
  return (
    <>
      <PageHeader
        title="Activity"
        lead="What the team did. Nothing here is ever changed or taken away."
        actions={
          page.rows.length > 0 && (
            <a className="link text-sm" href={`/api/v1/activity.csv${activityQuery(whole)}`} download>
              Download as CSV
            </a>
          )
        }
      />
      <div className="space-y-4">
        <ActivityFilterForm
          key={activityQuery(filter)}
          filter={filter}
          people={people}
          dyadIds={dyadIds}
          kinds={ACTIVITY_KINDS.filter((kind) => signIns || kind !== 'sign-in')}
        />
        {page.rows.length === 0 ? (
          <EmptyState title="Nothing matches" actions={<LinkButton href={PATH}>Clear the filter</LinkButton>} />
        ) : (
          <Card padded={false}>
            <ActivityList entries={page.rows} />
          </Card>
        )}
        <PageLinks
          newest={after === undefined ? null : `${PATH}${activityQuery(whole)}`}
          older={page.next && `${PATH}${activityQuery({ ...whole, after: page.next })}`}
        />
      </div>
    </>
  )
}
