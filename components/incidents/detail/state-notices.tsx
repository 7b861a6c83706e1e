import Link from 'next/link'
import type { ReactNode } from 'react'
import { Instant } from '@/components/incidents/detail/instant'
import { WithdrawButton } from '@/components/incidents/detail/withdraw-button'
import { incidentPath } from '@/components/incidents/incident-path'
import { reviewPath } from '@/components/review/review-address'
import { Callout } from '@/components/ui/callout'
import type { OpenProposal } from '@/lib/incidents/open-proposal'
import type { IncidentView } from '@/lib/incidents/views'

const WHAT = { new: 'new incident', correction: 'correction', retraction: 'retraction' } as const

const namesOf = (authors: readonly string[]): string =>
  authors.length === 0 ? 'the case file' : authors.join(authors.length === 2 ? ' and ' : ', ')

interface StateNoticesProps {
  incident: IncidentView
  proposal: OpenProposal | null
  mayReview: boolean
  mayEdit: boolean
}

function Actions({ children }: { children: ReactNode }) {
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5" data-print="hide">
      {children}
    </div>
  )
}

/** What stands between an incident and the score: what waits, what was sent back, and who approved their own work. */
export function StateNotices({ incident, proposal, mayReview, mayEdit }: StateNoticesProps) {
  return (
    <>
      {proposal && <ProposalNotice incident={incident} proposal={proposal} mayReview={mayReview} mayEdit={mayEdit} />}
      {incident.selfApproved && <Callout title="Approved by its own author (the team allows it)" />}
    </>
  )
}

function ProposalNotice({ incident, proposal, mayReview, mayEdit }: StateNoticesProps & { proposal: OpenProposal }) {
  const { dyadId, id, revision } = incident
  const what = WHAT[proposal.proposal]
  const withdraw = proposal.mayWithdraw && <WithdrawButton dyadId={dyadId} id={id} revision={revision} what={what} />
  const edit = mayEdit && (
    <Link className="link font-medium" href={`${incidentPath(incident)}/edit`}>
      {proposal.status === 'returned' ? 'Edit and submit again' : 'Go on with it'}
    </Link>
  )
  if (proposal.status === 'returned') {
    return (
      <Callout tone="danger" title={`Sent back: ${proposal.last.reason}`}>
        <p>
          The {what} by {namesOf(proposal.authors)}, sent back by {proposal.last.by}, <Instant at={proposal.last.at} />.
          <StillCounts incident={incident} />
        </p>
        <Actions>
          {edit}
          {withdraw}
        </Actions>
      </Callout>
    )
  }
  if (proposal.status === 'draft') {
    return (
      <Callout title={incident.inForce === null ? 'A draft' : `A ${what} is being drafted`}>
        <p>
          By {namesOf(proposal.authors)}, last saved <Instant at={proposal.last.at} />.
          <StillCounts incident={incident} />
        </p>
        <Actions>
          {edit}
          {withdraw}
        </Actions>
      </Callout>
    )
  }
  return (
    <Callout tone="warning" title={`Waiting for review: ${what} by ${namesOf(proposal.authors)}`}>
      <p>
        Submitted by {proposal.submittedBy ?? proposal.last.by},{' '}
        <Instant at={proposal.submittedAt ?? proposal.last.at} />.
        {proposal.last.reason && (
          <>
            {' '}
            “{proposal.last.reason}”, {proposal.last.by}.
          </>
        )}
        <StillCounts incident={incident} />
      </p>
      <Actions>
        {mayReview && (
          <Link className="link font-medium" href={reviewPath({ item: { dyadId, id } })}>
            Open it in the review queue
          </Link>
        )}
        {withdraw}
      </Actions>
    </Callout>
  )
}

function StillCounts({ incident }: { incident: IncidentView }) {
  if (incident.inForce === null) return ' It does not count until it is approved.'
  return ` This page shows revision ${incident.inForce}, which counts until then.`
}
