'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { discardDraftAction } from '@/lib/method/actions'

interface DiscardDialogProps {
  open: boolean
  onClose: () => void
  draft: { id: string; revision: number }
  /** Lets go of what was typed, before the page is left. */
  onDiscarded: () => void
}

/** Asks before a draft is put aside. */
export function DiscardDialog({ open, onClose, draft, onDiscarded }: DiscardDialogProps) {
  const router = useRouter()
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)

  const discard = async () => {
    setBusy(true)
    setFailure('')
    const result = await discardDraftAction({ id: draft.id, baseRevision: draft.revision }).catch((error: unknown) => {
      console.warn('Discarding got no answer.', error)
      return null
    })
    setBusy(false)
    if (!result?.ok) return setFailure(result?.message ?? 'The server could not be reached.')
    onDiscarded()
    router.push('/method#drafts')
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="sm"
      title="Discard this draft?"
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" onClick={discard} disabled={busy}>
            {busy ? 'Discarding…' : 'Discard'}
          </Button>
        </>
      }
    >
      <p className="text-sm">
        It can no longer be changed or published. It stays to be read as it was last saved, under the drafts of the
        method.
      </p>
      {failure !== '' && (
        <p role="alert" className="mt-2 text-sm font-medium text-danger">
          {failure}
        </p>
      )}
    </Dialog>
  )
}
