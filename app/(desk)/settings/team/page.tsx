import type { Metadata } from 'next'
import { ForAdmins } from '@/components/accounts/for-admins'
import { SettingsTabs } from '@/components/accounts/settings-tabs'
import { FourEyesForm } from '@/components/team/four-eyes-form'
import { TimeZoneForm } from '@/components/team/time-zone-form'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { teamSettings } from '@/lib/team/queries'

export const metadata: Metadata = { title: 'Team' }

const PATH = '/settings/team'

export default async function TeamPage() {
  const viewer = await viewerOrSignIn(PATH)
  if (!may(viewer, 'team:manage')) return <ForAdmins />
  const settings = await teamSettings(viewer)
  return (
    <>
      <PageHeader title="Team" lead="How this team works together. Each change is kept in the activity log." />
      <SettingsTabs current={PATH} />
      <Card
        id="four-eyes"
        title="Who approves"
        lead="An incident counts in the score once it is approved."
        className="max-w-3xl"
      >
        <FourEyesForm settings={settings} />
      </Card>
      <Card
        id="time-zone"
        title="Whose clock"
        lead="Schedules of briefings go by it unless they name their own."
        className="mt-5 max-w-3xl"
      >
        <TimeZoneForm settings={settings} />
      </Card>
    </>
  )
}
