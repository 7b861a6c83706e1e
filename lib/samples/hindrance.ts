import type { Viewer } from '@/lib/auth/viewer'
import { DeskError } from '@/lib/errors'
import { isOwn } from '@/lib/review/decide'
import type { TeamSettings } from '@/lib/team/settings'
import type { ResolveHindrance } from './views'

/** What decides whether a unit can be resolved by somebody. */
export interface Resolvable {
  sample: { status: string }
  /** Ids of all who were ever asked to code the sample, of those who are waited for, and of those who have handed the unit in. */
  coders: readonly string[]
  awaited: readonly string[]
  codedBy: readonly string[]
  adjudicatedRevision: number | null
  incident: { revision: number; status: string; proposal: string | null; inForce: number | null; authors: string[] }
}

/** The ids of a sample's coders, all of them and those who are waited for. */
export function idsOf(coders: readonly { accountId: string; excusedAt: Date | null }[]) {
  const ids = (some: typeof coders) => some.map(({ accountId }) => accountId)
  return { coders: ids(coders), awaited: ids(coders.filter(({ excusedAt }) => excusedAt === null)) }
}

/** Whether a viewer is one of the sample's coders. */
export const codesIn = (viewer: Viewer, coders: readonly string[]): boolean =>
  viewer.accountId !== null && coders.includes(viewer.accountId)

/**
 * Why a viewer cannot resolve a unit now; null when they can. Four eyes: who coded in the sample does not decide in it, and who
 * wrote what counts or is proposed does not decide about it, unless the team's setting says so.
 */
export function hindranceOf(viewer: Viewer, unit: Resolvable, settings: TeamSettings): ResolveHindrance | null {
  const { incident, coders, awaited, codedBy, sample } = unit
  if (unit.adjudicatedRevision !== null) return 'resolved'
  if (codesIn(viewer, coders) && !settings.selfApproval) return 'own'
  if (sample.status === 'open' && awaited.some((id) => !codedBy.includes(id))) return 'unfinished'
  if (incident.proposal !== null) return 'proposal'
  if (isOwn(viewer, incident) && !settings.selfApproval) return 'author'
  return incident.status === 'approved' && incident.inForce === incident.revision ? null : 'not-approved'
}

const REFUSALS: Record<ResolveHindrance, { code: 'FORBIDDEN' | 'INVALID' | 'CONFLICT'; message: string }> = {
  own: { code: 'FORBIDDEN', message: 'You coded in this sample, so somebody else must resolve its disagreements.' },
  author: {
    code: 'FORBIDDEN',
    message: 'You wrote what this incident says, so somebody else must resolve how it is coded.',
  },
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
    message: 'Not all coders have handed this unit in yet. Wait for them, excuse who has left, or close the sample.',
  },
  resolved: { code: 'CONFLICT', message: 'Somebody resolved this unit already.' },
}

/** @throws DeskError FORBIDDEN, INVALID or CONFLICT by `hindranceOf`. */
export function refuseHindered(hindrance: ResolveHindrance | null): void {
  if (hindrance !== null) throw new DeskError(REFUSALS[hindrance].code, REFUSALS[hindrance].message)
}
