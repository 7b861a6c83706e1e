import { Instant } from '@/components/incidents/detail/instant'
import { Callout } from '@/components/ui/callout'
import type { RevisionView } from '@/lib/incidents/views'

/**
 * That an incident counts no longer, who said so and why. `story` is the revision that retracted it and, where the reader may
 * see it, the one before, which proposed that.
 */
export function RetractedNotice({ story }: { story: RevisionView[] }) {
  const [last, before] = story
  const proposed = before?.action === 'retraction-proposed' ? before : undefined
  return (
    <Callout tone="danger" title="Retracted: it adds nothing to the score">
      {proposed && (
        <p>
          Proposed by {proposed.by}, <Instant at={proposed.at} />: “{proposed.reason}”
        </p>
      )}
      {last?.action === 'retracted' && (
        <p>
          {proposed ? 'Approved' : 'Retracted'} by {last.by}, <Instant at={last.at} />
          {last.reason && <>: “{last.reason}”</>}
        </p>
      )}
    </Callout>
  )
}
