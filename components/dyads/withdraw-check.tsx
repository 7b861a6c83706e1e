'use client'

import { Button } from '@/components/ui/button'
import { useSettled } from '@/components/watch/use-settled'
import { checkWeek } from '@/lib/coverage/actions'

/** Takes a week's check back: both the check and its withdrawal stay on record. */
export function WithdrawCheck({ dyadId, weekStart }: { dyadId: string; weekStart: number }) {
  const { failure, pending, run } = useSettled()
  const withdraw = () => run(() => checkWeek({ dyadId, weekStart, checked: false, note: '' }))
  return (
    <span className="inline-flex items-center gap-2" data-print="hide">
      <Button variant="quiet" size="sm" disabled={pending} onClick={withdraw}>
        Withdraw the check
      </Button>
      {failure && (
        <span role="alert" className="text-xs text-danger">
          {failure.message}
        </span>
      )}
    </span>
  )
}
