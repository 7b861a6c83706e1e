'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { checkWeek } from '@/lib/coverage/actions'
import type { ActionResult } from '@/lib/form-action'

/** Takes a week's check back: both the check and its withdrawal stay on record. */
export function WithdrawCheck({ dyadId, weekStart }: { dyadId: string; weekStart: number }) {
  const [answer, submit, pending] = useActionState<ActionResult<{ written: boolean }> | null>(
    async () => checkWeek({ dyadId, weekStart, checked: false, note: '' }),
    null,
  )
  return (
    <form action={submit} className="inline-flex items-center gap-2" data-print="hide">
      <Button type="submit" variant="quiet" size="sm" disabled={pending}>
        Withdraw the check
      </Button>
      {answer && !answer.ok && (
        <span role="alert" className="text-xs text-danger">
          {answer.message}
        </span>
      )}
    </form>
  )
}
