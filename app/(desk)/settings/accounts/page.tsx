import type { Metadata } from 'next'
import { AccountEvents } from '@/components/accounts/account-events'
import { AccountsDesk } from '@/components/accounts/accounts-desk'
import { ForAdmins } from '@/components/accounts/for-admins'
import { OlderLink } from '@/components/accounts/older-link'
import { SettingsTabs } from '@/components/accounts/settings-tabs'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listAccountEvents, listAccounts } from '@/lib/accounts/queries'
import { pageSchema } from '@/lib/accounts/schema'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Accounts' }

const PATH = '/settings/accounts'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AccountsPage({ searchParams }: Props) {
  const viewer = await viewerOrSignIn(PATH)
  if (!may(viewer, 'account:manage')) return <ForAdmins />
  const page = pageSchema.parse(await searchParams)
  const [accounts, events] = await Promise.all([listAccounts(viewer), listAccountEvents(viewer, page)])
  return (
    <>
      <PageHeader
        title="Accounts"
        lead="Who can sign in, and what they may do. An account is never deleted: revisions name their author."
      />
      <SettingsTabs current={PATH} />
      <AccountsDesk accounts={accounts} ownId={viewer.accountId} />
      <Card
        id="events"
        title="What was done"
        lead="Kept for good; nothing here can be changed."
        padded={false}
        className="mt-4"
      >
        <AccountEvents events={events.rows} />
        <OlderLink path={PATH} next={events.next} query={{ before: page.before }} />
      </Card>
    </>
  )
}
