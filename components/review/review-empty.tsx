import { ROLE_WORDS } from '@/components/accounts/role-words'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { Role } from '@/lib/auth/permissions'

/** Why the queue is empty, and what to do about it. */
export function NothingWaits({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState title="Nothing here waits" actions={<LinkButton href="/review">Show the whole queue</LinkButton>}>
        <p>Nothing that waits for review fits all of the filters above.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing waits for review" actions={<LinkButton href="/incidents">Incidents</LinkButton>}>
      <p>
        New incidents, corrections and retractions come here once somebody submits them. Until they are approved they
        add nothing to a score.
      </p>
    </EmptyState>
  )
}

/** What is shown where the address names nothing that is there. */
export function NothingOpen() {
  return (
    <EmptyState title="There is no such incident" actions={<LinkButton href="/review">Show the queue</LinkButton>}>
      <p>The link may be mistyped. Choose from what waits.</p>
    </EmptyState>
  )
}

/** What is said to somebody who may not approve. */
export function ForReviewers({ role }: { role: Role }) {
  return (
    <>
      <PageHeader title="Review" />
      <EmptyState
        title={`Reviewing is not for your role (${ROLE_WORDS[role].title.toLowerCase()}).`}
        actions={<LinkButton href="/incidents">Back to the incidents</LinkButton>}
      >
        <p>What waits for review is decided by reviewers. If you should be one, ask an admin for the role.</p>
      </EmptyState>
    </>
  )
}
