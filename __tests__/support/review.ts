import type { Viewer } from '@/lib/auth/viewer'
import { createIncident, type Written } from '@/lib/incidents/commands'
import type { IncidentInput } from '@/lib/incidents/schema'
import { makeIncident } from './incidents'
import { viewerWith } from './viewers'

/** The revision of an incident that somebody has before their eyes. */
export const seen = ({ dyadId, id, revision }: Written) => ({ dyadId, id, baseRevision: revision })

/** Another text of an incident, handed in. */
export const correction = (written: Written, incident: IncidentInput) => ({
  ...seen(written),
  incident,
  submit: true,
  reason: 'A better source',
})

/** Logs incidents of AZE against a target for review, by an analyst of their own. */
export async function submit(target: string, titles: string[]): Promise<{ analyst: Viewer; written: Written[] }> {
  const analyst = await viewerWith('analyst', 'Aysel')
  const written: Written[] = []
  for (const title of titles)
    written.push(await createIncident(analyst, { incident: makeIncident({ target, title }), submit: true }))
  return { analyst, written }
}
