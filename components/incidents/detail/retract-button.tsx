'use client'

import { ReasonDialog } from '@/components/incidents/detail/reason-dialog'
import { retractIncidentAction } from '@/lib/incidents/actions'

interface RetractButtonProps {
  dyadId: string
  id: string
  revision: number
  title: string
  /** It counts, so that a retraction waits for review. */
  counts: boolean
  /** A correction is open, which the retraction takes the place of. */
  corrected: boolean
}

/** Proposes to retract an incident, or retracts one that never counted at once; with the reason that its history keeps. */
export function RetractButton({ dyadId, id, revision, title, counts, corrected }: RetractButtonProps) {
  return (
    <ReasonDialog
      verb={counts ? 'Propose to retract' : 'Retract'}
      working={counts ? 'Proposing…' : 'Retracting…'}
      keep="Keep it"
      title={counts ? 'Propose to retract this incident' : 'Retract this incident'}
      label={counts ? 'Why it should be retracted' : 'Why it is retracted'}
      required
      danger
      send={(reason) => retractIncidentAction({ dyadId, id, baseRevision: revision, reason })}
    >
      {counts
        ? `“${title}” goes on to count until a reviewer approves this. Then it stays visible, struck out, and adds nothing to the score from its first day on.`
        : `“${title}” was never approved, so it is retracted at once. It stays visible, struck out.`}
      {corrected && ' The correction that is open is dropped; the history keeps it.'}
    </ReasonDialog>
  )
}
