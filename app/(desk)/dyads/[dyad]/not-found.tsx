import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** A dyad that has no record, or a week outside it. */
export default function DyadNotFound() {
  return (
    <>
      <PageHeader title="No record here" trail={[{ href: '/', label: 'Overview' }]} />
      <EmptyState
        title="There is no such dyad, or its record has no such week."
        actions={<LinkButton href="/">All dyads</LinkButton>}
      >
        <p>
          A dyad is two codes in alphabetical order, such as AZE-RUS. It appears with its first approved incident or
          weekly check.
        </p>
      </EmptyState>
    </>
  )
}
