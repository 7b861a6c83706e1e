import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** What is said of an address that leads to nothing. */
export function NotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState
        title="There is nothing at this address."
        actions={
          <>
            <LinkButton href="/">Overview</LinkButton>
            <LinkButton href="/incidents">Incidents</LinkButton>
            <LinkButton href="/codebook">Codebook</LinkButton>
          </>
        }
      >
        <p>The link may be mistyped, or what it named was never here. Retracted incidents stay where they were.</p>
      </EmptyState>
    </>
  )
}
