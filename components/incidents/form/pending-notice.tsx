import { proposalWords } from '@/components/incidents/status-badge'
import { Callout } from '@/components/ui/callout'
import type { IncidentView } from '@/lib/incidents/views'

/** That the form holds something which does not count yet, where something else counts. */
export function PendingNotice({ incident }: { incident: IncidentView }) {
  const { proposal, headStatus, inForce, revision, status } = incident
  if (inForce === null) {
    if (headStatus !== 'returned') return null
    return (
      <Callout title="It was sent back">
        What has to change stands on its page. Submit it again when it is done.
      </Callout>
    )
  }
  const words = proposalWords(incident)
  if (words === null || proposal === null) return null
  const counts = status === 'retracted' ? 'is retracted since' : 'counts as of'
  return (
    <Callout title={`${words[0].toUpperCase()}${words.slice(1)}`}>
      {proposal === 'retraction'
        ? `Somebody proposes to retract this incident. A change that you submit takes the place of that proposal.`
        : `The form holds revision ${revision}, which is not approved. The incident ${counts} revision ${inForce}.`}
    </Callout>
  )
}
