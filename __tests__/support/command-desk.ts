import type { Viewer } from '@/lib/auth/viewer'
import { codesOf } from '@/lib/core/dyad'
import { isDeskError } from '@/lib/errors'
import { createIncident, editIncident, type Written } from '@/lib/incidents/commands'
import { getIncident } from '@/lib/incidents/queries'
import { approveIncident } from '@/lib/review/commands'
import { makeIncident } from './incidents'
import type { Desk, Outcome } from './writers'

async function outcomeOf(write: Promise<Written>): Promise<Outcome> {
  try {
    return { revision: (await write).revision }
  } catch (error) {
    if (isDeskError(error) && error.code === 'CONFLICT') return 'conflict'
    if (isDeskError(error) && error.code === 'INVALID' && error.message.includes('does not wait')) return 'not waiting'
    throw error
  }
}

/** A person's way to the record through the commands of this process. */
export function commandDesk(viewer: Viewer): Desk {
  return {
    log: (dyadId, title) => {
      const [actor, target] = codesOf(dyadId)
      return createIncident(viewer, { incident: makeIncident({ actor, target, title }), submit: true })
    },
    see: async ({ dyadId, id }) => {
      const { revision, headStatus, input } = await getIncident(viewer, dyadId, id)
      return { dyadId, id, revision, headStatus, input }
    },
    edit: ({ dyadId, id, revision }, incident, reason) =>
      outcomeOf(editIncident(viewer, { dyadId, id, baseRevision: revision, incident, submit: true, reason })),
    approve: ({ dyadId, id, revision }, comment) =>
      outcomeOf(approveIncident(viewer, { dyadId, id, baseRevision: revision, comment })),
  }
}
