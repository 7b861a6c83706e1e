import type { Viewer } from '@/lib/auth/viewer'
import { DeskError } from '@/lib/errors'
import type { RecordWrite, StoredIncidentRow } from '@/lib/incidents/record'
import type { IncidentState } from '@/lib/incidents/state'
import type { TeamSettings } from '@/lib/team/settings'

/** Why a viewer may not approve an incident, or null when they may. */
export type Hindrance = 'not-waiting' | 'own' | null

/** Whether a viewer's own hand is in what waits. */
export const isOwn = (viewer: Viewer, row: Pick<StoredIncidentRow, 'authors'>): boolean =>
  viewer.accountId !== null && row.authors.includes(viewer.accountId)

/** Four eyes: nobody approves what they wrote, unless the team's setting says so. */
export function hindranceOf(
  viewer: Viewer,
  row: Pick<StoredIncidentRow, 'authors' | 'headStatus'>,
  settings: TeamSettings,
): Hindrance {
  if (row.headStatus !== 'in_review') return 'not-waiting'
  return isOwn(viewer, row) && !settings.selfApproval ? 'own' : null
}

/** @throws DeskError INVALID when nothing waits for review. */
export function refuseUnlessWaiting(row: Pick<StoredIncidentRow, 'headStatus'>): void {
  if (row.headStatus !== 'in_review') throw new DeskError('INVALID', 'This incident does not wait for review.')
}

/** @throws DeskError INVALID, FORBIDDEN by `hindranceOf`. */
export function refuseHindered(viewer: Viewer, row: StoredIncidentRow, settings: TeamSettings): void {
  refuseUnlessWaiting(row)
  if (hindranceOf(viewer, row, settings) === 'own')
    throw new DeskError('FORBIDDEN', 'You wrote part of this, so somebody else must approve it.')
}

/** The write that approves what waits: a retraction makes it retracted, anything else approved. */
export function approval(
  viewer: Viewer,
  row: StoredIncidentRow,
  head: IncidentState,
): Pick<RecordWrite, 'id' | 'before' | 'state' | 'action'> {
  const retracts = head.proposal === 'retraction'
  const state: IncidentState = { status: retracts ? 'retracted' : 'approved', input: head.input }
  if (isOwn(viewer, row)) state.selfApproved = true
  if (head.sampleId) state.sampleId = head.sampleId
  return { id: row.id, before: row, state, action: retracts ? 'retracted' : 'approved' }
}

/** The state that takes an approval back: it waits again, and what counted before counts again. */
export function reopened(head: IncidentState, inForceBefore: number | null): IncidentState {
  const state: IncidentState = { status: 'in_review', input: head.input, inForce: inForceBefore }
  if (head.status === 'retracted') state.proposal = 'retraction'
  if (head.sampleId) state.sampleId = head.sampleId
  return state
}
