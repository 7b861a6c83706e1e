'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useSwitching } from '@/components/watch/use-switching'
import { switchScheduleAction } from '@/lib/briefings/actions'
import type { ScheduleView } from '@/lib/briefings/views'

/** Switches a schedule on or off, puts it aside, or brings it back. */
export function ScheduleSwitch({ schedule }: { schedule: Pick<ScheduleView, 'id' | 'revision' | 'status'> }) {
  const { failure, pending, turn } = useSwitching()
  const { id, revision: baseRevision, status } = schedule
  const become = (next: ScheduleView['status']) => turn(() => switchScheduleAction({ id, baseRevision, status: next }))
  return (
    <>
      {status !== 'archived' && (
        <Button
          variant={status === 'on' ? 'secondary' : 'primary'}
          disabled={pending}
          onClick={() => become(status === 'on' ? 'off' : 'on')}
        >
          {status === 'on' ? 'Switch off' : 'Switch on'}
        </Button>
      )}
      <Button variant="quiet" disabled={pending} onClick={() => become(status === 'archived' ? 'off' : 'archived')}>
        {status === 'archived' ? 'Bring back' : 'Archive'}
      </Button>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
    </>
  )
}
