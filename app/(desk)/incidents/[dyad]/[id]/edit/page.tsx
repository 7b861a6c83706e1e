import type { Metadata } from 'next'
import { EditIncident } from '@/components/incidents/form/edit-incident'
import { incidentPath } from '@/components/incidents/incident-path'
import { Refusal } from '@/components/incidents/refusal'
import { CodingFirst } from '@/components/samples/coding-first'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listDyadIds } from '@/lib/incidents/queries'
import { type IncidentParams, incidentOf } from '../incident-of'

export async function generateMetadata({ params }: IncidentParams): Promise<Metadata> {
  const { id } = await params
  return { title: `Edit ${decodeURIComponent(id)}` }
}

/** The form of a new incident with one that is there, to change it by a new revision. */
export default async function EditIncidentPage({ params }: IncidentParams) {
  const { dyad, id } = await params
  const viewer = await viewerOrSignIn(`/incidents/${dyad}/${id}/edit`)
  if (!may(viewer, 'incident:edit')) return <Refusal title="Edit the incident" role={viewer.role} />
  const incident = await incidentOf(viewer, dyad, id)
  if ('owed' in incident) return <CodingFirst owed={incident.owed} />
  const path = incidentPath(incident)
  const trail = [
    { href: '/incidents', label: 'Incidents' },
    { href: path, label: incident.id },
  ]
  if (incident.headStatus === 'retracted') {
    return (
      <>
        <PageHeader title={`Edit ${incident.id}`} trail={trail} />
        <EmptyState
          title="This incident is retracted"
          actions={<LinkButton href={`${path}/history`}>Open its history</LinkButton>}
        >
          <p>A retracted incident stays as it was. Restore one of its revisions if it has to count again.</p>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={`Edit ${incident.id}`}
        lead="Each change is a new revision; the ones before stay in the history."
        trail={trail}
      />
      <EditIncident login={viewer.login} incident={incident} dyadIds={await listDyadIds(viewer)} />
    </>
  )
}
