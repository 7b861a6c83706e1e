import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** What a page for admins shows to anyone else. */
export function ForAdmins() {
  return (
    <>
      <PageHeader title="Not for your role" />
      <EmptyState
        title="Accounts and sign-ins are for admins."
        actions={
          <>
            <LinkButton href="/">Overview</LinkButton>
            <LinkButton href="/account">Your account</LinkButton>
          </>
        }
      >
        You can change your own password on your account page. For anything else about accounts, ask an admin.
      </EmptyState>
    </>
  )
}
