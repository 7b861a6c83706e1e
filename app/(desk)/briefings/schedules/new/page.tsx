import type { Metadata } from 'next'
import { BRIEFINGS_PATH, NEW_SCHEDULE_PATH, SCHEDULES_PATH } from '@/components/briefings/briefing-words'
import { NotForRole } from '@/components/briefings/not-for-role'
import { ScheduleForm } from '@/components/briefings/schedule-form'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { scheduleChoices } from '../schedule-choices'

export const metadata: Metadata = { title: 'New schedule' }

/** A schedule in the making. */
export default async function NewSchedulePage() {
  const viewer = await viewerOrSignIn(NEW_SCHEDULE_PATH)
  if (!may(viewer, 'briefing:schedule')) return <NotForRole title="Schedules are for reviewers." />
  return (
    <>
      <PageHeader
        title="New schedule"
        lead="It is switched on when you save it, and acts in your name."
        trail={[
          { href: BRIEFINGS_PATH, label: 'Briefings' },
          { href: SCHEDULES_PATH, label: 'Schedules' },
        ]}
      />
      <ScheduleForm choices={await scheduleChoices(viewer)} />
    </>
  )
}
