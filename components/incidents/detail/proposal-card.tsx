import { RevisionDiff } from '@/components/incidents/detail/revision-diff'
import { Card } from '@/components/ui/card'
import type { OpenProposal } from '@/lib/incidents/open-proposal'
import type { IncidentView } from '@/lib/incidents/views'

/** What an open correction would change of what counts. */
export function ProposalCard({ incident, proposal }: { incident: IncidentView; proposal: OpenProposal | null }) {
  if (proposal?.proposal !== 'correction' || !incident.counted) return null
  return (
    <Card id="proposed" title="What is proposed" lead={`Revision ${incident.revision} against what counts now.`}>
      <RevisionDiff before={incident.counted} after={incident.input} nothing="It says what counts already." />
    </Card>
  )
}
