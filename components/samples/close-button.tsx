'use client'

import { useState, useTransition } from 'react'
import { settle } from '@/components/review/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { closeSampleAction } from '@/lib/samples/actions'

/** Closes a sample, after saying what that means. `left` is how many codings are still to come. */
export function CloseButton({ sampleId, left }: { sampleId: string; left: number }) {
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()
  const close = () =>
    startTransition(async () => {
      const result = await settle(closeSampleAction({ sampleId }))
      if (!result.ok) return setProblem(result.message)
      setOpen(false)
    })
  return (
    <>
      <Button onClick={() => setOpen(true)}>Close the sample</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Close the sample"
        description="It takes no more codings, and its coders may see each other’s."
        actions={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Keep it open
            </Button>
            <Button variant="primary" disabled={pending} onClick={close}>
              {pending ? 'Closing…' : 'Close it'}
            </Button>
          </>
        }
      >
        {problem && <Callout tone="danger" role="alert" title={problem} />}
        <p className="text-sm">
          {left === 0
            ? 'All coders have handed everything in.'
            : `${left} ${left === 1 ? 'coding is' : 'codings are'} not handed in yet and will be missing. This cannot be undone.`}
        </p>
      </Dialog>
    </>
  )
}
