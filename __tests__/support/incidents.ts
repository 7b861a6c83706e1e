import type { Viewer } from '@/lib/auth/viewer'
import { createIncident, type Written } from '@/lib/incidents/commands'
import { type IncidentInput, incidentSchema } from '@/lib/incidents/schema'
import { approveIncident } from '@/lib/review/commands'
import { viewerWith } from './viewers'

/** A valid incident as a form would send it: AZE summons the Russian ambassador. Fields can be given. */
export function makeIncident(fields: Partial<IncidentInput> = {}): IncidentInput {
  return incidentSchema.parse({
    actor: 'AZE',
    target: 'RUS',
    date: '2025-07-01',
    code: 'DIP+2',
    credibility: 1,
    confidence: 'high',
    title: 'Baku summons the Russian ambassador',
    sources: [{ outlet: 'Report.az', date: '2025-07-01', reliability: 'B' }],
    ...fields,
  })
}

/** Logs an incident as one analyst and approves it as another reviewer: what counts, as the product makes it. */
export async function logApproved(incident: IncidentInput, analyst?: Viewer): Promise<Written> {
  const author = analyst ?? (await viewerWith('analyst'))
  const written = await createIncident(author, { incident, submit: true })
  return approve(written)
}

/** Approves what waits, as a reviewer who had no hand in it. */
export async function approve({ dyadId, id, revision }: Written): Promise<Written> {
  return approveIncident(await viewerWith('reviewer'), { dyadId, id, baseRevision: revision, comment: '' })
}
