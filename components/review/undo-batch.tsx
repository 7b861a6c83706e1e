'use client'

import { useRouter } from 'next/navigation'
import { BatchProgress } from '@/components/review/batch-progress'
import { atLeast } from '@/components/review/review-words'
import { useSteps } from '@/components/review/use-steps'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { undoBatchAction } from '@/lib/review/actions'

/** A bulk approval, and how many of it can be taken back. */
export interface UndoableBatch {
  id: string
  count: number
}

/** Takes a bulk approval back, after asking: what it approved waits for review again. */
export function UndoBatch({ batch: { id, count }, onClose }: { batch: UndoableBatch; onClose: () => void }) {
  const router = useRouter()
  const { steps, run, stop } = useSteps()
  const running = steps.phase === 'running'
  const close = () => {
    if (running) return
    onClose()
    router.refresh()
  }
  return (
    <Dialog
      open
      onClose={close}
      size="sm"
      title="Take a bulk approval back"
      actions={
        steps.phase === 'ready' ? (
          <>
            <Button variant="quiet" onClick={close}>
              Leave it
            </Button>
            <Button variant="danger" onClick={() => run(count, () => undoBatchAction({ batchId: id }))}>
              Take {atLeast(count, 'approval')} back
            </Button>
          </>
        ) : (
          <Button onClick={running ? stop : close}>{running ? 'Stop' : 'Close'}</Button>
        )
      }
    >
      {steps.phase === 'ready' ? (
        <p className="text-sm">
          {atLeast(count, 'incident')} will wait for review again, each by a new revision, and what counted before
          counts. Whatever somebody wrote to since stays as it is.
        </p>
      ) : (
        <BatchProgress steps={steps} word="taken back" rest="The others stay approved." />
      )}
    </Dialog>
  )
}
