import type { Metadata } from 'next'
import Link from 'next/link'
import { LogIncident } from '@/components/incidents/form/log-incident'
import { Refusal } from '@/components/incidents/refusal'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { isCountry } from '@/lib/countries'
import { isDeskError } from '@/lib/errors'
import { answeredIn, prefillFrom } from '@/lib/incidents/form-defaults'
import { getIncident, listDyadIds } from '@/lib/incidents/queries'
import type { IncidentView } from '@/lib/incidents/views'
import { owedOf } from '@/lib/samples/blind'

export const metadata: Metadata = { title: 'Log an incident' }

const ASKS = ['actor', 'target', 'dyad', 'date', 'answers'] as const

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The form for a new incident; its address can say between whom, when, and what it answers. */
export default async function NewIncidentPage({ searchParams }: PageProps) {
  const parameters = await searchParams
  const asked = new URLSearchParams(
    ASKS.flatMap((name) => {
      const value = parameters[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  ).toString()
  const query = asked && `?${asked}`
  const viewer = await viewerOrSignIn(`/incidents/new${query}`)
  if (!may(viewer, 'incident:create')) return <Refusal title="Log an incident" role={viewer.role} />
  const answered = await answeredBy(viewer, answeredIn(parameters))
  return (
    <>
      <PageHeader
        title="Log an incident"
        lead={
          <>
            One decision by one actor on one object. Which rung it is stands in the{' '}
            <Link className="link" href="/codebook" target="_blank">
              codebook
            </Link>
            .
          </>
        }
        trail={[{ href: '/incidents', label: 'Incidents' }]}
      />
      <LogIncident
        key={query}
        login={viewer.login}
        formKey={`new${query}`}
        prefill={prefillFrom(parameters, answered, isCountry)}
        dyadIds={await listDyadIds(viewer)}
        answered={answered}
      />
    </>
  )
}

/** The incident to be answered; undefined where the address names none, or one that is not there or withheld. */
async function answeredBy(
  viewer: Viewer,
  key: { dyadId: string; id: string } | undefined,
): Promise<IncidentView | undefined> {
  if (!key) return undefined
  try {
    return await getIncident(viewer, key.dyadId, key.id)
  } catch (error) {
    if (owedOf(error) || (isDeskError(error) && error.code === 'NOT_FOUND')) return undefined
    throw error
  }
}
