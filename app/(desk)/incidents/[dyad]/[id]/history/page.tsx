import type { Metadata } from 'next'
import { CompareCard } from '@/components/incidents/detail/compare-card'
import { numberParam } from '@/components/incidents/detail/number-param'
import { RestoreButton } from '@/components/incidents/detail/restore-button'
import { RevisionEntry } from '@/components/incidents/detail/revision-entry'
import { incidentPath } from '@/components/incidents/incident-path'
import { CodingFirst } from '@/components/samples/coding-first'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { PageLinks } from '@/components/ui/page-links'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { inForcePeriods } from '@/lib/incidents/periods'
import { changedFields, incidentHistory } from '@/lib/incidents/queries'
import type { IncidentView, RevisionView } from '@/lib/incidents/views'
import { type IncidentParams, incidentOf } from '../incident-of'

const PAGE = 50

type Viewer = Awaited<ReturnType<typeof viewerOrSignIn>>
type Param = string | string[] | undefined

interface PageProps extends IncidentParams {
  searchParams: Promise<{ before?: Param; from?: Param; to?: Param }>
}

export async function generateMetadata({ params }: IncidentParams): Promise<Metadata> {
  const { id } = await params
  return { title: `History of ${decodeURIComponent(id)}` }
}

/** One revision that the address asks for, where there is such a one for the viewer. */
async function asked(viewer: Viewer, { dyadId, id }: IncidentView, param: Param) {
  const number = numberParam(param)
  if (number === undefined) return { asked: undefined, found: undefined }
  const [found] = await incidentHistory(viewer, dyadId, id, { before: number + 1, limit: 1 })
  return { asked: number, found: found?.revision === number ? found : undefined }
}

/** Whether restoring a revision would change anything: what the command refuses is not offered. */
function restorable(revision: RevisionView, incident: IncidentView): boolean {
  if (incident.headStatus === 'retracted' || incident.proposal === 'retraction') return true
  return changedFields(revision.input, incident.input).length > 0
}

/** How an incident became what it is: each revision, what it changed, and whether it counted. */
export default async function HistoryPage({ params, searchParams }: PageProps) {
  const { dyad, id } = await params
  const viewer = await viewerOrSignIn(`/incidents/${dyad}/${id}/history`)
  const incident = await incidentOf(viewer, dyad, id)
  if ('owed' in incident) return <CodingFirst owed={incident.owed} />
  const search = await searchParams
  const before = numberParam(search.before)
  const [found, periods, from, to] = await Promise.all([
    incidentHistory(viewer, dyad, incident.id, { before, limit: PAGE + 1 }),
    inForcePeriods(viewer, dyad, incident.id),
    asked(viewer, incident, search.from),
    asked(viewer, incident, search.to),
  ])
  const revisions = found.slice(0, PAGE)
  const path = `${incidentPath(incident)}/history`
  const older = found.length > PAGE ? revisions[revisions.length - 1].revision : null
  const mayRestore = may(viewer, 'incident:edit') && may(viewer, 'incident:submit')
  return (
    <>
      <PageHeader
        title={`History of ${incident.id}`}
        lead={incident.title}
        trail={[
          { href: '/incidents', label: 'Incidents' },
          { href: `/incidents?dyad=${dyad}`, label: dyad },
          { href: incidentPath(incident), label: incident.id },
        ]}
      />
      <div className="space-y-5">
        {incident.revision > 1 && <CompareCard path={path} latest={incident.revision} from={from} to={to} />}
        <Card id="revisions" title="Revisions" lead="Newest first. Nothing here is ever overwritten.">
          <ol className="divide-y">
            {revisions.map((revision, index) => (
              <li key={revision.revision} className="py-4 first:pt-0 last:pb-0">
                <RevisionEntry
                  revision={revision}
                  before={found[index + 1]}
                  periods={periods.filter((period) => period.revision === revision.revision)}
                  restore={
                    mayRestore &&
                    restorable(revision, incident) && (
                      <RestoreButton
                        dyadId={dyad}
                        id={incident.id}
                        baseRevision={incident.revision}
                        revision={revision.revision}
                        counts={incident.inForce !== null}
                        drops={incident.proposal === 'new' ? null : incident.proposal}
                      />
                    )
                  }
                />
              </li>
            ))}
          </ol>
          {revisions.length === 0 && <p className="text-sm text-muted">No revision is older than this.</p>}
          <div className="mt-3">
            <PageLinks
              newest={before === undefined ? null : path}
              older={older === null ? null : `${path}?before=${older}`}
            />
          </div>
        </Card>
      </div>
    </>
  )
}
