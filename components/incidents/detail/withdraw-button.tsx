'use client'

import { ReasonDialog } from '@/components/incidents/detail/reason-dialog'
import { withdrawProposalAction } from '@/lib/incidents/actions'

interface WithdrawButtonProps {
  dyadId: string
  id: string
  revision: number
  /** `correction` or `retraction`. */
  what: string
}

/** Drops what is proposed beyond what counts. */
export function WithdrawButton({ dyadId, id, revision, what }: WithdrawButtonProps) {
  return (
    <ReasonDialog
      verb={`Withdraw the ${what}`}
      working="Withdrawing…"
      keep="Leave it open"
      title={`Withdraw the ${what}`}
      label="Why, if there is something to say"
      size="sm"
      send={(reason) => withdrawProposalAction({ dyadId, id, baseRevision: revision, reason })}
    >
      What counts now goes on to count. The {what} stays in the history
      {what === 'retraction' ? '; it can be proposed again.' : ' and can be restored from there.'}
    </ReasonDialog>
  )
}
