import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** What a page of drafts shows to those who may not draft. */
export function ForReviewers() {
  return (
    <>
      <PageHeader title="Not for your role" trail={[{ href: '/method', label: 'Method' }]} />
      <EmptyState
        title="Drafts of the method are for reviewers and admins."
        actions={<LinkButton href="/method">The method in use</LinkButton>}
      >
        Every version that was published, and what it changed, stands on the method page for everybody.
      </EmptyState>
    </>
  )
}
