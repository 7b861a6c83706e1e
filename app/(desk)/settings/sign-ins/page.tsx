import type { Metadata } from 'next'
import { ForAdmins } from '@/components/accounts/for-admins'
import { OlderLink } from '@/components/accounts/older-link'
import { SettingsTabs } from '@/components/accounts/settings-tabs'
import { OUTCOME_WORDS, SignInTable } from '@/components/accounts/sign-in-table'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listSignIns } from '@/lib/accounts/queries'
import { type SignInFilter, signInFilterSchema } from '@/lib/accounts/schema'
import { SIGN_IN_OUTCOMES } from '@/lib/auth/outcomes'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Sign-ins' }

const PATH = '/settings/sign-ins'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

function OutcomeFilter({ chosen }: { chosen: SignInFilter['outcome'] }) {
  const choices = [
    { href: PATH, label: 'All', current: chosen === undefined },
    ...SIGN_IN_OUTCOMES.map((outcome) => ({
      href: `${PATH}?outcome=${outcome}`,
      label: OUTCOME_WORDS[outcome].label,
      current: chosen === outcome,
    })),
  ]
  return (
    <nav aria-label="Outcome" className="mb-4 flex flex-wrap gap-2">
      {choices.map(({ href, label, current }) => (
        <LinkButton
          key={href}
          href={href}
          size="sm"
          variant={current ? 'primary' : 'secondary'}
          aria-current={current ? 'true' : undefined}
        >
          {label}
        </LinkButton>
      ))}
    </nav>
  )
}

export default async function SignInsPage({ searchParams }: Props) {
  const viewer = await viewerOrSignIn(PATH)
  if (!may(viewer, 'sign-in:read')) return <ForAdmins />
  const filter = signInFilterSchema.parse(await searchParams)
  const { rows, next } = await listSignIns(viewer, filter)
  return (
    <>
      <PageHeader
        title="Sign-ins"
        lead="Each attempt to sign in, good or bad. Five failures for a login or thirty from an address in 15 minutes, and it has to wait; of the attempts made while waiting only the first is listed."
      />
      <SettingsTabs current={PATH} />
      <OutcomeFilter chosen={filter.outcome} />
      {rows.length === 0 ? (
        <EmptyState title="No attempt of this kind." />
      ) : (
        <Card padded={false}>
          <SignInTable signIns={rows} />
          <OlderLink path={PATH} next={next} query={filter} />
        </Card>
      )}
    </>
  )
}
