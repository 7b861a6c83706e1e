import { createAnnotation, editAnnotation } from '@/lib/annotations/commands'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { checkWeek } from '@/lib/coverage/commands'
import { createIncident, editIncident, retractIncident } from '@/lib/incidents/commands'
import { approveIncident } from '@/lib/review/commands'
import { makeSeal } from '@/lib/seals/commands'
import type { SealView } from '@/lib/seals/views'
import { makeIncident } from './incidents'
import { viewerWith } from './viewers'

/** A small record with something of each kind in it, and a seal between its writes. */
export interface SmallRecord {
  analyst: Viewer
  reviewer: Viewer
  admin: Viewer
  seal: SealView
}

/** Monday of the week that the small record attests, three weeks ago. */
export const ATTESTED = weekStartOf(todayUtc()) - 21

/**
 * Writes the small record, AZE-RUS: the first incident approved, corrected (waiting), the second approved and retracted, the third a
 * draft; a week attested, withdrawn and attested again; an annotation written and changed; all that sealed; then one more correction.
 */
export async function writeSmallRecord(): Promise<SmallRecord> {
  const [analyst, reviewer, admin] = [
    await viewerWith('analyst'),
    await viewerWith('reviewer'),
    await viewerWith('admin'),
  ]
  const date = isoOf(ATTESTED + 2)
  const around = {
    dateEarliest: isoOf(ATTESTED + 1),
    dateLatest: isoOf(ATTESTED + 4),
    datePrecision: 'interval' as const,
  }
  const first = makeIncident({ date, ...around, tags: ['note'], note: 'As the agency has it.', location: 'Baku' })
  const key = { dyadId: 'AZE-RUS', id: 'AZE-RUS-1' }
  await createIncident(analyst, { incident: first, submit: true })
  await approveIncident(reviewer, { ...key, baseRevision: 1, comment: 'Both sources agree.' })
  const second = { dyadId: 'AZE-RUS', id: 'AZE-RUS-2' }
  const title = 'Moscow recalls its ambassador'
  await createIncident(analyst, { incident: makeIncident({ date, code: 'DIP+3', title }), submit: true })
  await approveIncident(reviewer, { ...second, baseRevision: 1, comment: '' })
  await retractIncident(analyst, { ...second, baseRevision: 2, reason: 'The report was withdrawn' })
  await approveIncident(reviewer, { ...second, baseRevision: 3, comment: '' })
  await createIncident(analyst, { incident: makeIncident({ date, title: 'Only heard of' }), submit: false })
  for (const checked of [true, false, true])
    await checkWeek(analyst, { dyadId: 'AZE-RUS', weekStart: ATTESTED, checked, note: 'Two agencies read' })
  const annotation = { dyadId: 'AZE-RUS', id: '00000000-0000-4000-8000-00000000000a', date, dateEnd: '', text: 'Talks' }
  await createAnnotation(analyst, annotation)
  const changed = { ...annotation, text: 'Talks in Baku', baseRevision: 1, reason: 'The place' }
  await editAnnotation(reviewer, changed)
  const correct = { ...key, submit: true, reason: 'The place' }
  await editIncident(analyst, { ...correct, baseRevision: 2, incident: { ...first, location: 'Moscow' } })
  const seal = await makeSeal(admin, 'asked')
  await editIncident(analyst, { ...correct, baseRevision: 3, incident: { ...first, location: 'Ganja' } })
  return { analyst, reviewer, admin, seal }
}
