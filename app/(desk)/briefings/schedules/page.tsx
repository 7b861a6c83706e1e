import type { Metadata } from 'next'
import Link from 'next/link'
import { BRIEFINGS_PATH, NEW_SCHEDULE_PATH, SCHEDULES_PATH, schedulePath } from '@/components/briefings/briefing-words'
import { MarkLabel } from '@/components/briefings/mark-label'
import { NotForRole } from '@/components/briefings/not-for-role'
import { RunList } from '@/components/briefings/run-list'
import { momentIn, whatWords, whenWords, whereWords } from '@/components/briefings/schedule-words'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listSchedules } from '@/lib/briefings/queries'
import type { ScheduleView } from '@/lib/briefings/views'
import { listWatchlists } from '@/lib/watch/queries'

export const metadata: Metadata = { title: 'Schedules of briefings' }

function Schedule({ schedule, listName }: { schedule: ScheduleView; listName: string | undefined }) {
  const { id, name, owner, status, state, timeZone, dueAt, runs } = schedule
  return (
    <li data-row="" className="space-y-1 border-b px-4 py-3 text-sm last:border-b-0">
      <p className="flex flex-wrap items-center gap-2">
        <Link href={schedulePath(id)} className="font-medium break-words hover:underline">
          {name}
        </Link>
        <Badge tone={status === 'on' ? 'success' : 'neutral'}>{status}</Badge>
        <MarkLabel mark={state.mark} />
      </p>
      <p className="break-words">
        {whatWords(state, listName)}, {whenWords(schedule)}
      </p>
      <p className="text-xs break-words text-muted">
        {whereWords(state)} · in the name of {owner}
        {dueAt !== null && <> · next on {momentIn(dueAt, timeZone)}</>}
      </p>
      {runs.length > 0 && <RunList runs={runs} timeZone={timeZone} />}
    </li>
  )
}

/** Briefings that are made each week by themselves, when next, and what came of it last. */
export default async function SchedulesPage() {
  const viewer = await viewerOrSignIn(SCHEDULES_PATH)
  if (!may(viewer, 'briefing:schedule')) return <NotForRole title="Schedules are for reviewers." />
  const [schedules, lists] = [await listSchedules(viewer), await listWatchlists(viewer)]
  const nameOf = ({ state: { of } }: ScheduleView) =>
    of.by === 'list' ? lists.find(({ id }) => id === of.listId)?.name : undefined
  return (
    <>
      <PageHeader
        title="Schedules"
        lead="Briefings that are made each week by themselves."
        trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]}
        actions={
          <LinkButton href={NEW_SCHEDULE_PATH} variant="primary">
            New schedule
          </LinkButton>
        }
      />
      {schedules.length === 0 ? (
        <EmptyState
          title="There is no schedule yet."
          actions={<LinkButton href={NEW_SCHEDULE_PATH}>New schedule</LinkButton>}
        >
          <p>A schedule makes a briefing at a time of each week, such as every Monday at 07:00.</p>
        </EmptyState>
      ) : (
        <Card id="schedules" title="Schedules" padded={false}>
          <ul aria-label="Schedules">
            {schedules.map((schedule) => (
              <Schedule key={schedule.id} schedule={schedule} listName={nameOf(schedule)} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
