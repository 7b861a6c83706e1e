import type { Metadata } from 'next'
import { ThreadsCard } from '@/components/comments/threads-card'
import { AnswersCard } from '@/components/incidents/detail/answers-card'
import { HistoryCard } from '@/components/incidents/detail/history-card'
import { IncidentFacts } from '@/components/incidents/detail/incident-facts'
import { numberParam } from '@/components/incidents/detail/number-param'
import { ProposalCard } from '@/components/incidents/detail/proposal-card'
import { RetractButton } from '@/components/incidents/detail/retract-button'
import { RetractedNotice } from '@/components/incidents/detail/retracted-notice'
import { SourcesCard } from '@/components/incidents/detail/sources-card'
import { StateNotices } from '@/components/incidents/detail/state-notices'
import { incidentPath } from '@/components/incidents/incident-path'
import { Who } from '@/components/incidents/row-parts'
import { StatusBadge } from '@/components/incidents/status-badge'
import { CodingFirst } from '@/components/samples/coding-first'
import { CodingsCard } from '@/components/samples/codings-card'
import { LinkButton } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { mentionable, type ThreadsAt, threadsOf } from '@/lib/comments/queries'
import { isDeskError } from '@/lib/errors'
import { openProposal } from '@/lib/incidents/open-proposal'
import { incidentHistory, retractionOf } from '@/lib/incidents/queries'
import type { IncidentView } from '@/lib/incidents/views'
import { currentMethod } from '@/lib/method/queries'
import { codingsOf } from '@/lib/samples/queries'
import { type IncidentParams, incidentOf } from './incident-of'

/** Revisions that the page itself names; all of them stand on the page of the history. */
const LATEST = 3

type Viewer = Awaited<ReturnType<typeof viewerOrSignIn>>

interface PageProps extends IncidentParams {
  searchParams: Promise<{ threads?: string | string[]; comment?: string | string[] }>
}

export async function generateMetadata({ params }: IncidentParams): Promise<Metadata> {
  const { id } = await params
  return { title: decodeURIComponent(id) }
}

/** What can be done with an incident as it stands. */
function Actions({ viewer, incident, mayDrop }: { viewer: Viewer; incident: IncidentView; mayDrop: boolean }) {
  const { dyadId, id, revision, title, inForce, proposal, headStatus, status } = incident
  const standing = status !== 'retracted' && headStatus !== 'retracted'
  const mayRetract = may(viewer, 'incident:retract') && standing && (inForce !== null || mayDrop)
  return (
    <>
      {may(viewer, 'incident:create') && (
        <LinkButton href={`/incidents/new?answers=${dyadId}/${encodeURIComponent(id)}`}>Log the answer</LinkButton>
      )}
      {may(viewer, 'incident:edit') && headStatus !== 'retracted' && (
        <LinkButton href={`${incidentPath(incident)}/edit`}>Edit</LinkButton>
      )}
      {mayRetract && proposal !== 'retraction' && (
        <RetractButton
          dyadId={dyadId}
          id={id}
          revision={revision}
          title={title}
          counts={inForce !== null}
          corrected={proposal === 'correction'}
        />
      )}
    </>
  )
}

interface CommentsProps {
  viewer: Viewer
  incident: IncidentView
  /** Where older threads begin, or a comment whose thread is to be shown alone. */
  at: ThreadsAt
}

/** What was said about it, for those who may read that. */
async function Comments({ viewer, incident, at }: CommentsProps) {
  const { dyadId, id, revision } = incident
  const mayComment = may(viewer, 'incident:comment')
  const [{ page, alone }, people] = await Promise.all([
    threadsAt(viewer, incident, at),
    mayComment ? mentionable(viewer) : [],
  ])
  const path = incidentPath(incident)
  return (
    <ThreadsCard
      page={page}
      context={{ dyadId, id, latest: revision, login: mayComment ? viewer.login : null, people }}
      olderHref={page.older === null ? null : `${path}?threads=${page.older}#comments`}
      latestHref={alone || at.before !== undefined ? `${path}#comments` : null}
      alone={alone}
    />
  )
}

/** The threads that the address asks for; a mistyped number of a comment shows the latest. */
async function threadsAt(viewer: Viewer, { dyadId, id }: IncidentView, { before, comment }: ThreadsAt) {
  try {
    return { page: await threadsOf(viewer, dyadId, id, { before, comment }), alone: comment !== undefined }
  } catch (error) {
    if (comment === undefined || !isDeskError(error) || error.code !== 'NOT_FOUND') throw error
    return { page: await threadsOf(viewer, dyadId, id, { before }), alone: false }
  }
}

/** Everything about one incident: what it says, on what it rests, what it answers, what is proposed and what was said. */
export default async function IncidentPage({ params, searchParams }: PageProps) {
  const { dyad, id } = await params
  const viewer = await viewerOrSignIn(`/incidents/${dyad}/${id}`)
  const incident = await incidentOf(viewer, dyad, id)
  if ('owed' in incident) return <CodingFirst owed={incident.owed} />
  const retracted = incident.status === 'retracted'
  const [latest, proposal, story, { parameters }, codings] = await Promise.all([
    incidentHistory(viewer, dyad, incident.id, { limit: LATEST }),
    openProposal(viewer, dyad, incident.id),
    retracted ? retractionOf(viewer, dyad, incident.id) : [],
    currentMethod(viewer),
    may(viewer, 'agreement:read') ? codingsOf(viewer, dyad, incident.id) : [],
  ])
  const asked = await searchParams
  const unpublished = may(viewer, 'incident:read-unpublished')
  const shown = { ...incident, input: incident.counted ?? incident.input }
  return (
    <>
      <PageHeader
        title={<span className={classes(retracted && 'line-through')}>{incident.title}</span>}
        lead={
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            <Who row={incident} />
            <span className="text-sm">{incident.id}</span>
            <StatusBadge status={incident.status} />
          </span>
        }
        trail={[
          { href: '/incidents', label: 'Incidents' },
          { href: `/incidents?dyad=${dyad}`, label: dyad },
        ]}
        actions={<Actions viewer={viewer} incident={incident} mayDrop={proposal?.mayDrop ?? false} />}
      />
      <div className="space-y-5">
        <StateNotices
          incident={incident}
          proposal={proposal}
          mayReview={may(viewer, 'incident:approve')}
          mayEdit={may(viewer, 'incident:edit')}
        />
        {retracted && <RetractedNotice story={story} />}
        <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
          <div className="min-w-0 space-y-5">
            <ProposalCard incident={incident} proposal={proposal} />
            <IncidentFacts incident={shown} parameters={parameters} />
            {unpublished && (
              <Comments
                viewer={viewer}
                incident={incident}
                at={{ before: numberParam(asked.threads), comment: numberParam(asked.comment) }}
              />
            )}
          </div>
          <div className="min-w-0 space-y-5">
            <SourcesCard sources={shown.input.sources} />
            <AnswersCard incident={shown} />
            <CodingsCard codings={codings} />
            <HistoryCard incident={incident} latest={latest} whole={unpublished} />
          </div>
        </div>
      </div>
    </>
  )
}
