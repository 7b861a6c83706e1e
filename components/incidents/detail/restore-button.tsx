'use client'

import { ReasonDialog } from '@/components/incidents/detail/reason-dialog'
import { restoreRevisionAction } from '@/lib/incidents/actions'

interface RestoreButtonProps {
  dyadId: string
  id: string
  /** The latest revision, as it is shown. */
  baseRevision: number
  /** The revision to restore. */
  revision: number
  /** Something counts now. */
  counts: boolean
  /** What is open, which the restored revision takes the place of. */
  drops: 'correction' | 'retraction' | null
}

/** Proposes again what an older revision said. */
export function RestoreButton({ dyadId, id, baseRevision, revision, counts, drops }: RestoreButtonProps) {
  return (
    <ReasonDialog
      verb="Restore"
      working="Restoring…"
      keep="Leave it"
      title={`Restore revision ${revision}`}
      label="Why it is restored"
      required
      size="sm"
      send={(reason) => restoreRevisionAction({ dyadId, id, baseRevision, revision, reason })}
    >
      What revision {revision} said is submitted for review as a new revision. Nothing is overwritten
      {counts ? ', and what counts now goes on to count until a reviewer approves it.' : '.'}
      {drops && ` The ${drops} that is open is dropped; the history keeps it.`}
    </ReasonDialog>
  )
}
