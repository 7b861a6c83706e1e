import type { Metadata } from 'next'
import { ChangePasswordForm } from '@/components/accounts/change-password-form'
import { ROLE_WORDS } from '@/components/accounts/role-words'
import { SignOutButton } from '@/components/accounts/sign-out-button'
import { SignOutEverywhere } from '@/components/accounts/sign-out-everywhere'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const viewer = await viewerOrSignIn('/account')
  const { title, may } = ROLE_WORDS[viewer.role]
  return (
    <>
      <PageHeader
        title="Your account"
        lead={
          <p>
            You are <strong className="text-ink">{viewer.name}</strong>, signed in as <code>{viewer.login}</code>. Your
            role is <strong className="text-ink">{title}</strong>: it {may}. An admin can change it.
          </p>
        }
        actions={<SignOutButton variant="secondary" size="md" />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card
          id="password"
          title="Password"
          lead="A new password ends your sessions on other devices; this one goes on."
        >
          <ChangePasswordForm login={viewer.login} />
        </Card>
        <Card id="sessions" title="Sessions" lead="A session ends by itself 12 hours after you sign in.">
          <p className="mb-4 max-w-prose text-sm">
            Left a session open on a device that is not yours? This ends all of them, here too, and you sign in again.
          </p>
          <SignOutEverywhere />
        </Card>
      </div>
    </>
  )
}
