import type { Metadata } from 'next'
import { AnswersCard } from '@/components/incidents/detail/answers-card'
import { HistoryCard } from '@/components/incidents/detail/history-card'
import { IncidentFacts } from '@/components/incidents/detail/incident-facts'
import { RetractButton } from '@/components/incidents/detail/retract-button'
import { RetractedNotice } from '@/components/incidents/detail/retracted-notice'
import { SourcesCard } from '@/components/incidents/detail/sources-card'
import { incidentPath } from '@/components/incidents/incident-path'
import { Who } from '@/components/incidents/row-parts'
import { StatusBadge } from '@/components/incidents/status-badge'
import { LinkButton } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { incidentHistory } from '@/lib/incidents/queries'
import { currentMethod } from '@/lib/method/queries'
import { type IncidentParams, incidentOf } from './incident-of'

export async function generateMetadata({ params }: IncidentParams): Promise<Metadata> {
  const { id } = await params
  return { title: decodeURIComponent(id) }
}

/** Everything about one incident: what it says, on what it rests, what it answers, and how it became what it is. */
export default async function IncidentPage({ params }: IncidentParams) {
  const { dyad, id } = await params
  const viewer = await viewerOrSignIn(`/incidents/${dyad}/${id}`)
  const incident = await incidentOf(viewer, dyad, id)
  const [history, { parameters }] = await Promise.all([
    incidentHistory(viewer, dyad, incident.id),
    currentMethod(viewer),
  ])
  const retracted = incident.status === 'retracted'
  const mayEdit = may(viewer, 'incident:edit') && !retracted
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
        actions={
          <>
            {may(viewer, 'incident:create') && (
              <LinkButton href={`/incidents/new?answers=${dyad}/${encodeURIComponent(incident.id)}`}>
                Log the answer
              </LinkButton>
            )}
            {mayEdit && <LinkButton href={`${incidentPath(incident)}/edit`}>Edit</LinkButton>}
            {may(viewer, 'incident:retract') && !retracted && (
              <RetractButton dyadId={dyad} id={incident.id} revision={incident.revision} title={incident.title} />
            )}
          </>
        }
      />
      <div className="space-y-5">
        {retracted && <RetractedNotice last={history[0]} />}
        <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,4fr)_minmax(0,3fr)] xl:grid-rows-[auto_1fr]">
          <IncidentFacts incident={incident} parameters={parameters} />
          <div className="space-y-5 xl:col-start-2 xl:row-span-2 xl:row-start-1">
            <SourcesCard sources={incident.input.sources} />
            <AnswersCard incident={incident} />
          </div>
          <HistoryCard history={history} />
        </div>
      </div>
    </>
  )
}
