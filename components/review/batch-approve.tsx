'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { BatchProgress } from '@/components/review/batch-progress'
import { CandidateTally } from '@/components/review/candidate-tally'
import { type UndoableBatch, UndoBatch } from '@/components/review/undo-batch'
import { useSteps } from '@/components/review/use-steps'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { formatCount, formatPlural } from '@/lib/format'
import { newId } from '@/lib/incidents/draft-store'
import type { IncidentFilter } from '@/lib/incidents/filter'
import { batchAction } from '@/lib/review/actions'
import type { BatchCandidates } from '@/lib/review/views'

interface BatchApproveProps {
  filter: IncidentFilter
  filtered: boolean
  candidates: BatchCandidates
}

/** What was asked for when the window opened: the queue behind it changes while it runs. */
interface Asked {
  batchId: string
  filter: IncidentFilter
  candidates: BatchCandidates
}

function descriptionOf({ candidates: { leftOut } }: Asked): string {
  const { own, changes } = leftOut
  const parts = [
    'Each is approved as it stands; all of it can be taken back afterwards.',
    changes > 0 &&
      `Corrections and retractions are decided one by one: ${formatCount(changes)} ${changes === 1 ? 'is' : 'are'} left out.`,
    own > 0 && `${formatCount(own)} that you wrote part of ${own === 1 ? 'is' : 'are'} left out.`,
  ]
  return parts.filter(Boolean).join(' ')
}

interface BatchDialogProps {
  asked: Asked
  onClose: () => void
  onUndo: (batch: UndoableBatch) => void
}

function BatchDialog({ asked, onClose, onUndo }: BatchDialogProps) {
  const { steps, run, stop } = useSteps()
  const { batchId, filter, candidates } = asked
  const { count, digest } = candidates
  const running = steps.phase === 'running'
  const close = () => !running && onClose()
  const ready = (
    <>
      <Button variant="quiet" onClick={close}>
        Cancel
      </Button>
      <Button
        variant="primary"
        onClick={() => run(count, () => batchAction({ batchId, filter, expected: count, digest }))}
      >
        Approve {formatCount(count)}
      </Button>
    </>
  )
  const begun = (
    <>
      {!running && steps.done > 0 && (
        <Button onClick={() => onUndo({ id: batchId, count: steps.done })}>Take it back</Button>
      )}
      <Button onClick={running ? stop : close}>{running ? 'Stop' : 'Close'}</Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={close}
      title={`Approve ${formatPlural(count, 'new incident')} at once`}
      description={descriptionOf(asked)}
      actions={steps.phase === 'ready' ? ready : begun}
    >
      {steps.phase === 'ready' ? (
        <CandidateTally candidates={candidates} />
      ) : (
        <BatchProgress steps={steps} word="approved" rest="The others still wait." />
      )}
    </Dialog>
  )
}

/** Approves all new incidents that the filter shows, after saying how many and what they are; then all of it can be taken back. */
export function BatchApprove({ filter, filtered, candidates }: BatchApproveProps) {
  const router = useRouter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [undoing, setUndoing] = useState<UndoableBatch | null>(null)
  const close = () => {
    setAsked(null)
    router.refresh()
  }
  return (
    <>
      {candidates.count > 1 && (
        <Button onClick={() => setAsked({ batchId: newId(), filter, candidates })}>
          Approve all {formatCount(candidates.count)} new
          {filtered && ' that match'}…
        </Button>
      )}
      {asked && (
        <BatchDialog
          asked={asked}
          onClose={close}
          onUndo={(batch) => {
            setAsked(null)
            setUndoing(batch)
          }}
        />
      )}
      {undoing && <UndoBatch batch={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}
