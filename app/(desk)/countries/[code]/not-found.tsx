import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** A code that is no country's. */
export default function CountryNotFound() {
  return (
    <>
      <PageHeader title="No such country" trail={[{ href: '/countries', label: 'Countries' }]} />
      <EmptyState
        title="There is no country of this code."
        actions={<LinkButton href="/countries">All countries</LinkButton>}
      >
        <p>A country is named by its ISO 3166-1 code of three capital letters, such as AZE.</p>
      </EmptyState>
    </>
  )
}
