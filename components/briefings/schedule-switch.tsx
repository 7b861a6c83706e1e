'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useSettled } from '@/components/watch/use-settled'
import { switchScheduleAction } from '@/lib/briefings/actions'
import type { ScheduleView } from '@/lib/briefings/views'

/** Switches a schedule on or off, puts it aside, or brings it back. */
export function ScheduleSwitch({ schedule }: { schedule: Pick<ScheduleView, 'id' | 'revision' | 'status'> }) {
  const router = useRouter()
  const { failure, pending, run } = useSettled()
  const { id, revision: baseRevision, status } = schedule
  const turn = (next: ScheduleView['status']) =>
    run(async () => {
      const result = await switchScheduleAction({ id, baseRevision, status: next })
      // It is switched from what stands there now, once that is seen.
      if (!result.ok && result.code === 'CONFLICT') router.refresh()
      return result
    })
  return (
    <>
      {status !== 'archived' && (
        <Button
          variant={status === 'on' ? 'secondary' : 'primary'}
          disabled={pending}
          onClick={() => turn(status === 'on' ? 'off' : 'on')}
        >
          {status === 'on' ? 'Switch off' : 'Switch on'}
        </Button>
      )}
      <Button variant="quiet" disabled={pending} onClick={() => turn(status === 'archived' ? 'off' : 'archived')}>
        {status === 'archived' ? 'Bring back' : 'Archive'}
      </Button>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
    </>
  )
}
