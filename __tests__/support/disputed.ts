import type { Viewer } from '@/lib/auth/viewer'
import { parseFilter } from '@/lib/incidents/filter'
import { adjudicate, submitCoding } from '@/lib/samples/commands'
import type { CodingChoice } from '@/lib/samples/schema'
import { logApproved, makeIncident } from './incidents'
import { code, drawnWith } from './samples'

let month = 0

/** A sample of one new incident that two coders coded differently: `MED+4` against the record's `DIP+2`. */
export async function disputed(
  fields: Parameters<typeof makeIncident>[0] = {},
  coderRoles?: ('analyst' | 'reviewer')[],
) {
  month += 1
  const date = `2024-${String(month).padStart(2, '0')}-15`
  const incident = await logApproved(makeIncident({ title: `Disputed ${month}`, date, ...fields }))
  const drawn = await drawnWith({ size: 1, filter: parseFilter({ from: date, to: date }), coderRoles })
  const { sampleId, coders } = drawn
  await submitCoding(coders[0], code(sampleId, 1, { date, note: 'as the record has it' }))
  await submitCoding(coders[1], code(sampleId, 1, { code: 'MED+4', date, credibility: 2, confidence: 'low' }))
  const { dyadId, id, revision } = incident
  return { ...drawn, dyadId, id, date, revision }
}

/** What the second coder chose. */
export const theirs = (date: string): CodingChoice => ({ code: 'MED+4', date, credibility: 2, confidence: 'low' })

/** Resolves the unit of such a sample. */
export const resolve = (
  viewer: Viewer,
  { sampleId, revision }: { sampleId: string; revision: number },
  choice: CodingChoice,
) => adjudicate(viewer, { sampleId, ordinal: 1, baseRevision: revision, choice, reason: 'the quote names the arrest' })
