import { type IncidentInput, incidentSchema } from '@/lib/incidents/schema'

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
