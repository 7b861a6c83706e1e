'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { ChangeTable } from '@/components/method/change-table'
import { isConflict } from '@/components/method/draft/use-draft-form'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { publishDraftAction } from '@/lib/method/actions'
import type { ParameterChange } from '@/lib/method/parameter-changes'
import { LEAST_REASON } from '@/lib/method/schema'
import type { DraftConflict } from '@/lib/method/views'

interface PublishDialogProps {
  open: boolean
  onClose: () => void
  draft: { id: string; revision: number }
  inUse: string
  changes: readonly ParameterChange[]
  dyads: number
  /** Takes in the draft as somebody else left it. */
  onStale: (theirs: DraftConflict) => void
}

const UNREACHABLE =
  'The server could not be reached, so it is not known whether this was published. Load the page anew.'

/** Asks for the reason, says what publishing does, and publishes. */
export function PublishDialog({ open, onClose, draft, inUse, changes, dyads, onStale }: PublishDialogProps) {
  const router = useRouter()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)
  const [leaving, startLeaving] = useTransition()
  const short = reason.trim().length < LEAST_REASON

  const publish = async () => {
    setBusy(true)
    setFailure('')
    const input = { id: draft.id, baseRevision: draft.revision, reason, inUse }
    const result = await publishDraftAction(input).catch((error: unknown) => {
      console.warn('Publishing got no answer.', error)
      return null
    })
    setBusy(false)
    if (result?.ok) return startLeaving(() => router.push('/method'))
    if (result?.code === 'CONFLICT') {
      if (isConflict(result.detail)) onStale(result.detail)
      // Brings the version that is in use now, so that the table compares with that one.
      router.refresh()
    }
    setFailure(result ? [result.message, ...(result.fieldErrors?.reason ?? [])].join(' ') : UNREACHABLE)
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="lg"
      title="Publish as the next version"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={publish} disabled={busy || leaving || short}>
            {busy || leaving ? 'Publishing…' : 'Publish'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Callout tone="warning" title="Every score on the desk is made anew">
          <p>
            All {dyads === 1 ? 'scores of the one dyad' : `scores of ${dyads} dyads`}, also those of past weeks, are
            made again by the new version, dyad by dyad. Old briefings keep theirs, and so does every version its
            parameters. It cannot be undone, but an older version can be drafted and published again.
          </p>
        </Callout>
        <ChangeTable caption="What is published" names={[inUse, 'New']} changes={changes} />
        <Field
          label="Reason"
          name="publish-reason"
          hint={`At least ${LEAST_REASON} characters. It stands beside the version for good.`}
          required
        >
          <Textarea rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {failure !== '' && (
          <p role="alert" className="text-sm font-medium text-danger">
            {failure}
          </p>
        )}
      </div>
    </Dialog>
  )
}
