import type { Viewer } from '@/lib/auth/viewer'
import { DeskError } from '@/lib/errors'
import type { TeamSettings } from '@/lib/team/settings'
import type { ResolveHindrance } from './views'

/** What decides whether a unit can be resolved by somebody. */
export interface Resolvable {
  sample: { status: string }
  /** Ids of all who were asked to code the sample, and of those who have handed the unit in. */
  coders: readonly string[]
  codedBy: readonly string[]
  adjudicatedRevision: number | null
  incident: { revision: number; status: string; proposal: string | null; inForce: number | null }
}

/** Whether a viewer is one of the sample's coders. */
export const codesIn = (viewer: Viewer, coders: readonly string[]): boolean =>
  viewer.accountId !== null && coders.includes(viewer.accountId)

/**
 * Why a viewer cannot resolve a unit now; null when they can. Four eyes: who coded in the sample does not decide in it, unless
 * the team's setting says so.
 */
export function hindranceOf(viewer: Viewer, unit: Resolvable, settings: TeamSettings): ResolveHindrance | null {
  const { incident, coders, codedBy, sample } = unit
  if (unit.adjudicatedRevision !== null) return 'resolved'
  if (codesIn(viewer, coders) && !settings.selfApproval) return 'own'
  if (sample.status === 'open' && coders.some((id) => !codedBy.includes(id))) return 'unfinished'
  if (incident.proposal !== null) return 'proposal'
  return incident.status === 'approved' && incident.inForce === incident.revision ? null : 'not-approved'
}

const REFUSALS: Record<ResolveHindrance, { code: 'FORBIDDEN' | 'INVALID' | 'CONFLICT'; message: string }> = {
  own: { code: 'FORBIDDEN', message: 'You coded in this sample, so somebody else must resolve its disagreements.' },
  proposal: {
    code: 'INVALID',
    message: 'A change of this incident waits to be decided. Decide it first, then resolve the codings.',
  },
  'not-approved': {
    code: 'INVALID',
    message: 'This incident does not count any more, so there is nothing to resolve.',
  },
  unfinished: {
    code: 'INVALID',
    message: 'Not all coders have handed this unit in yet. Wait for them, or close the sample.',
  },
  resolved: { code: 'CONFLICT', message: 'Somebody resolved this unit already.' },
}

/** @throws DeskError FORBIDDEN, INVALID or CONFLICT by `hindranceOf`. */
export function refuseHindered(hindrance: ResolveHindrance | null): void {
  if (hindrance !== null) throw new DeskError(REFUSALS[hindrance].code, REFUSALS[hindrance].message)
}
