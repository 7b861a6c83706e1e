import { incidentPath } from '@/components/incidents/incident-path'

/** Where a comment stands: its thread opens alone, however old it is. */
export const commentPath = (incident: { dyadId: string; id: string }, number: number): string =>
  `${incidentPath(incident)}?comment=${number}#comment-${number}`
