import type { Steps } from '@/components/review/use-steps'
import { Callout } from '@/components/ui/callout'
import { formatCount } from '@/lib/format'

interface BatchProgressProps {
  steps: Steps
  /** `approved`, `taken back`. */
  word: string
  /** What is said where it ended before all was done. */
  rest: string
}

/** How far a bulk job has come: `50 of 410 approved`, then how it ended. */
export function BatchProgress({ steps: { phase, done, total, message }, word, rest }: BatchProgressProps) {
  return (
    <div className="space-y-3">
      {phase === 'running' && (
        <progress aria-label={`Incidents ${word}`} className="h-2 w-full accent-accent" value={done} max={total} />
      )}
      <p role="status" className="text-sm tabular-nums">
        {phase === 'running' && `${formatCount(done)} of ${formatCount(total)} ${word}…`}
        {phase === 'done' && `${formatCount(done)} ${word}.`}
        {phase === 'stopped' && `Stopped: ${formatCount(done)} ${word}. ${rest}`}
        {phase === 'failed' && done > 0 && `${formatCount(done)} ${word}. ${rest}`}
      </p>
      {phase === 'failed' && <Callout tone="danger" role="alert" title={message} />}
    </div>
  )
}
