import { notFound } from 'next/navigation'
import type { Viewer } from '@/lib/auth/viewer'
import { isDeskError } from '@/lib/errors'
import { getIncident } from '@/lib/incidents/queries'
import type { IncidentView } from '@/lib/incidents/views'

export interface IncidentParams {
  params: Promise<{ dyad: string; id: string }>
}

/** The incident that the address names, or the page that says there is none. */
export async function incidentOf(viewer: Viewer, dyadId: string, id: string): Promise<IncidentView> {
  try {
    return await getIncident(viewer, dyadId, decodeURIComponent(id))
  } catch (error) {
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  }
}
