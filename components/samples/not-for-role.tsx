import { ROLE_WORDS } from '@/components/accounts/role-words'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { Role } from '@/lib/auth/permissions'

/** What is said to somebody whose role has no part in double coding, or in this part of it. */
export function NotForRole({ title, role, who }: { title: string; role: Role; who: string }) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title={`This is for ${who}.`}
        actions={<LinkButton href={role === 'viewer' ? '/incidents' : '/samples'}>Back</LinkButton>}
      >
        <p>Your role is {ROLE_WORDS[role].title.toLowerCase()}. An administrator can change it.</p>
      </EmptyState>
    </>
  )
}
