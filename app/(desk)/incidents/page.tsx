import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { FilterChips } from '@/components/incidents/list/filter-chips'
import { FilterForm } from '@/components/incidents/list/filter-form'
import { filterChips } from '@/components/incidents/list/filter-words'
import { IncidentCards, IncidentTable } from '@/components/incidents/list/incident-table'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { formatPlural } from '@/lib/format'
import { filterQuery, parseFilter } from '@/lib/incidents/filter'
import { listAuthors, listDyadIds, listIncidents } from '@/lib/incidents/queries'

export const metadata: Metadata = { title: 'Incidents' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The incidents that the filter in the address shows. */
export default async function IncidentsPage({ searchParams }: PageProps) {
  const filter = parseFilter(await searchParams)
  const viewer = await viewerOrSignIn(`/incidents${filterQuery(filter)}`)
  const [page, dyadIds, authors] = await Promise.all([
    listIncidents(viewer, filter),
    listDyadIds(viewer),
    listAuthors(viewer),
  ])
  const chips = filterChips(filter, authors)
  const mayCreate = may(viewer, 'incident:create')
  const { after, ...wholeFilter } = filter
  const logButton = mayCreate && (
    <LinkButton href="/incidents/new" variant="primary">
      Log an incident
    </LinkButton>
  )
  const rows = page.rows.length
  return (
    <>
      <PageHeader
        title="Incidents"
        actions={
          rows > 0 && (
            <a className="link text-sm" href={`/api/v1/incidents.csv${filterQuery(wholeFilter)}`} download>
              Download as CSV
            </a>
          )
        }
      />
      <div className="space-y-4">
        <FilterForm key={filterQuery(filter)} filter={filter} dyadIds={dyadIds} authors={authors} />
        <FilterChips chips={chips} />
        {rows === 0 ? (
          <NothingFound filtered={chips.length > 0 || after !== undefined} logButton={logButton} />
        ) : (
          <>
            <p className="text-xs text-muted" role="status">
              {formatPlural(rows, 'incident')} shown{page.next && ', more follow'}
            </p>
            <div className="hidden md:block">
              <IncidentTable rows={page.rows} filter={filter} />
            </div>
            <div className="md:hidden">
              <IncidentCards rows={page.rows} />
            </div>
          </>
        )}
        <nav aria-label="Pages" className="flex gap-2" data-print="hide">
          {after !== undefined && (
            <LinkButton href={`/incidents${filterQuery(wholeFilter)}`}>Back to the first</LinkButton>
          )}
          {page.next && (
            <LinkButton href={`/incidents${filterQuery({ ...filter, after: page.next })}`}>Next page</LinkButton>
          )}
        </nav>
      </div>
    </>
  )
}

/** Why the list is empty, and what to do about it. */
function NothingFound({ filtered, logButton }: { filtered: boolean; logButton: ReactNode }) {
  if (!filtered) {
    return (
      <EmptyState title="No incidents yet" actions={logButton || undefined}>
        <p>
          An incident is one thing that one country did to another. How it is coded stands in the{' '}
          <Link className="link" href="/codebook">
            codebook
          </Link>
          .
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing matches" actions={<LinkButton href="/incidents">Clear the filters</LinkButton>}>
      <p>No incident fits all of the filters above. Take one off, or widen the dates.</p>
    </EmptyState>
  )
}
