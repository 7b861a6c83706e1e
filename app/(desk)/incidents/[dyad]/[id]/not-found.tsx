import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** What is said of an address that names no incident. */
export default function IncidentNotFound() {
  return (
    <>
      <PageHeader title="No such incident" trail={[{ href: '/incidents', label: 'Incidents' }]} />
      <EmptyState
        title="No incident has this address."
        actions={<LinkButton href="/incidents">All incidents</LinkButton>}
      >
        <p>
          The link may be mistyped, or it leads to a draft that is not published yet. Retracted incidents keep theirs.
        </p>
      </EmptyState>
    </>
  )
}
