import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { Role } from '@/lib/auth/permissions'

/** What is said to somebody who may read but not write. */
export function Refusal({ title, role }: { title: string; role: Role }) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title={`Your role (${role}) may not do this.`}
        actions={<LinkButton href="/incidents">Back to the incidents</LinkButton>}
      >
        <p>
          You can read everything that is published. To log or change incidents, ask an administrator for the analyst’s
          role.
        </p>
      </EmptyState>
    </>
  )
}
