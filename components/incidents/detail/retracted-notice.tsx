import { Instant } from '@/components/incidents/detail/instant'
import { Callout } from '@/components/ui/callout'
import type { RevisionView } from '@/lib/incidents/views'

/** That an incident counts no longer, who said so and why. */
export function RetractedNotice({ last }: { last: RevisionView | undefined }) {
  return (
    <Callout tone="danger" title="Retracted: it adds nothing to the score">
      {last?.action === 'retracted' && (
        <p>
          By {last.by}, <Instant at={last.at} />: “{last.reason}”
        </p>
      )}
    </Callout>
  )
}
