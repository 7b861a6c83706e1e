import { notFound } from 'next/navigation'
import type { Viewer } from '@/lib/auth/viewer'
import { isDeskError } from '@/lib/errors'
import { getIncident } from '@/lib/incidents/queries'
import type { IncidentView } from '@/lib/incidents/views'
import { type OwedCoding, owedOf } from '@/lib/samples/blind'

export interface IncidentParams {
  params: Promise<{ dyad: string; id: string }>
}

/** The incident that the address names, or the coding that the viewer owes of it, or the page that says there is none. */
export async function incidentOf(
  viewer: Viewer,
  dyadId: string,
  id: string,
): Promise<IncidentView | { owed: OwedCoding }> {
  try {
    return await getIncident(viewer, dyadId, decodeURIComponent(id))
  } catch (error) {
    const owed = owedOf(error)
    if (owed) return { owed }
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  }
}
