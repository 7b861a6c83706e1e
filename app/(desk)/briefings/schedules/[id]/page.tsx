import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BRIEFINGS_PATH, SCHEDULES_PATH, schedulePath } from '@/components/briefings/briefing-words'
import { EventList } from '@/components/briefings/event-list'
import { NotForRole } from '@/components/briefings/not-for-role'
import { RunList } from '@/components/briefings/run-list'
import { ScheduleForm } from '@/components/briefings/schedule-form'
import { ScheduleSwitch } from '@/components/briefings/schedule-switch'
import { momentIn, whenWords } from '@/components/briefings/schedule-words'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { getSchedule } from '@/lib/briefings/queries'
import { isRowId } from '@/lib/briefings/schema'
import { orNotFound } from '@/lib/watch/or-not-found'
import { scheduleChoices } from '../schedule-choices'

export const metadata: Metadata = { title: 'Schedule of a briefing' }

interface PageProps {
  params: Promise<{ id: string }>
}

/** A schedule: when next, what came of it so far, and its form for those who may change it. */
export default async function SchedulePage({ params }: PageProps) {
  const { id } = await params
  const viewer = await viewerOrSignIn(schedulePath(id))
  if (!may(viewer, 'briefing:schedule')) return <NotForRole title="Schedules are for reviewers." />
  if (!isRowId(id)) notFound()
  const found = await getSchedule(viewer, id).catch(orNotFound)
  if (!found) notFound()
  const { history, ...schedule } = found
  const { name, owner, dueAt, timeZone, mayChange, runs } = schedule
  return (
    <>
      <PageHeader
        title={<span className="break-words">{name}</span>}
        lead={`Made ${whenWords(schedule)} in the name of ${owner}. ${dueAt === null ? 'It is not on.' : `Next on ${momentIn(dueAt, timeZone)}.`}`}
        trail={[
          { href: BRIEFINGS_PATH, label: 'Briefings' },
          { href: SCHEDULES_PATH, label: 'Schedules' },
        ]}
        actions={mayChange && <ScheduleSwitch schedule={schedule} />}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {mayChange ? (
          <ScheduleForm schedule={schedule} choices={await scheduleChoices(viewer)} />
        ) : (
          <p className="text-sm text-muted">It is changed by {owner}, or by an admin.</p>
        )}
        <Card id="runs" title="Runs">
          {runs.length === 0 ? (
            <p className="text-sm text-muted">It was not due yet.</p>
          ) : (
            <RunList runs={runs} timeZone={timeZone} />
          )}
        </Card>
      </div>
      <EventList events={history} />
    </>
  )
}
