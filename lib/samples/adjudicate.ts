import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { appendComment } from '@/lib/comments/append'
import type { CodingUnit } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError, type FieldErrors } from '@/lib/errors'
import { fieldErrorsOf } from '@/lib/form-action'
import type { Written } from '@/lib/incidents/commands'
import { type LockedIncident, lockSeen } from '@/lib/incidents/locked'
import { writeIncidents } from '@/lib/incidents/record'
import { type IncidentInput, incidentSchema } from '@/lib/incidents/schema'
import type { IncidentState } from '@/lib/incidents/state'
import { methodInUse } from '@/lib/method/store'
import { isOwn } from '@/lib/review/decide'
import { settingsOf } from '@/lib/team/settings'
import { keyOf, withheldFrom } from './blind'
import { isBacked, isSameChoice } from './choice'
import { codingView } from './coded'
import { codesIn, hindranceOf, idsOf, refuseHindered } from './hindrance'
import type { AdjudicateInput, CodingChoice } from './schema'

/**
 * Resolves how the coders of a sample differ on a unit: an approved revision codes the incident as chosen and names the
 * sample. Where that is what counts already, no revision is written and the reason stands in the incident's thread. A choice
 * that neither a coder nor the record made is one person's alone: it waits for review, and its approval resolves the unit. The
 * codings stay as they are. Costs what an approval costs.
 * @throws DeskError FORBIDDEN, also for who coded in the sample or wrote what the incident says; NOT_FOUND; INVALID while a proposal is open or coders are not
 * done, and when the choice does not fit the rest of the incident; CONFLICT when somebody resolved it or wrote since.
 */
export async function adjudicate(viewer: Viewer, input: AdjudicateInput): Promise<Written> {
  authorize(viewer, 'sample:manage')
  authorize(viewer, 'incident:approve')
  const { sampleId, ordinal, baseRevision, choice, reason } = input
  return inTransaction(async (tx) => {
    const { dyadId, id } = await unitOf(tx, sampleId, ordinal)
    const locked = await lockSeen(tx, viewer, { dyadId, id, baseRevision })
    // Read again under the lock: of two who resolve it at once, the second is told.
    const { sample, coders, codings } = await resolvableOf(tx, viewer, sampleId, ordinal, locked)
    const { code, date, credibility, confidence } = locked.head.input
    const counted = { code, date, credibility, confidence }
    if (isSameChoice(choice, counted)) {
      const revision = await keep(tx, viewer, locked, `Double coding “${sample.title}”: what counts stays. ${reason}`)
      const data = { adjudicatedRevision: revision, adjudicatedAt: now(), adjudicatedById: viewer.accountId }
      await tx.codingUnit.update({ where: { sampleId_ordinal: { sampleId, ordinal } }, data })
      return { dyadId, id, revision, status: 'approved' }
    }
    const status = isBacked(choice, counted, codings) ? 'approved' : 'in_review'
    const own = codesIn(viewer, coders) || isOwn(viewer, locked.row)
    const revision = await write(tx, viewer, locked, { choice, sample, status, own, reason })
    return { dyadId, id, revision, status }
  })
}

async function unitOf(tx: Transaction, sampleId: string, ordinal: number): Promise<CodingUnit & { id: string }> {
  const unit = await tx.codingUnit.findUnique({ where: { sampleId_ordinal: { sampleId, ordinal } } })
  if (!unit) throw new DeskError('NOT_FOUND', 'There is no such unit.')
  return { ...unit, id: unit.incidentId }
}

/** The unit with what decides about it. @throws DeskError as `adjudicate` when the viewer cannot resolve it now. */
async function resolvableOf(
  tx: Transaction,
  viewer: Viewer,
  sampleId: string,
  ordinal: number,
  { row }: LockedIncident,
) {
  const unit = await unitOf(tx, sampleId, ordinal)
  const sample = await tx.codingSample.findUniqueOrThrow({ where: { id: sampleId } })
  const ids = idsOf(await tx.codingCoder.findMany({ where: { sampleId } }))
  const stored = await tx.coding.findMany({ where: { sampleId, ordinal } })
  const codedBy = stored.map(({ coderId }) => coderId)
  const resolvable = { sample, ...ids, codedBy, adjudicatedRevision: unit.adjudicatedRevision, incident: row }
  refuseHindered(hindranceOf(viewer, resolvable, await settingsOf(tx)))
  if ((await withheldFrom(tx, viewer)).has(keyOf(unit)))
    throw new DeskError('FORBIDDEN', 'You code this incident in a sample that is still open.')
  if (codedBy.length === 0) throw new DeskError('INVALID', 'Nobody coded this unit.')
  const codings = stored.map((coding) => codingView(coding, new Map()))
  return { sample, coders: ids.coders, codings }
}

/** Notes that what counts stays, in the incident's thread. Returns the revision that counts. */
async function keep(tx: Transaction, viewer: Viewer, { row }: LockedIncident, body: string): Promise<number> {
  const key = { dyadId: row.dyadId, incidentId: row.id }
  await appendComment(tx, viewer, { ...key, threadOf: null, kind: 'comment', body, revision: row.revision })
  return row.revision
}

interface Resolution {
  choice: CodingChoice
  sample: { id: string; title: string }
  status: 'approved' | 'in_review'
  own: boolean
  reason: string
}

async function write(
  tx: Transaction,
  viewer: Viewer,
  { dyad, row, head }: LockedIncident,
  { choice, sample, status, own, reason }: Resolution,
): Promise<number> {
  const state: IncidentState = { status, input: withChoice(head.input, choice), sampleId: sample.id }
  if (own && status === 'approved') state.selfApproved = true
  const context = { method: await methodInUse(tx), today: todayUtc() }
  // Proposed, it is an edit like any other: its author may not approve it.
  const said =
    status === 'approved'
      ? { action: 'adjudicated' as const, reason }
      : { action: 'edited' as const, reason: `Double coding “${sample.title}”: ${reason}` }
  const writes = [{ id: row.id, before: row, state, ...said }]
  const [revision] = await writeIncidents(tx, viewer, dyad, writes, context)
  return revision
}

/**
 * An incident coded as chosen. A day outside the interval that the record gives says that the interval was wrong: the date is
 * then taken as exact.
 */
function withChoice(input: IncidentInput, { code, date, credibility, confidence }: CodingChoice): IncidentInput {
  const { dateEarliest, dateLatest } = input
  const outside = (dateEarliest !== '' && date < dateEarliest) || (dateLatest !== '' && date > dateLatest)
  const exact = { datePrecision: 'day' as const, dateEarliest: '', dateLatest: '' }
  const next = { ...input, ...(outside ? exact : {}), code, date, credibility, confidence }
  const parsed = incidentSchema.safeParse(next)
  if (parsed.success) return parsed.data
  const errors = Object.entries(fieldErrorsOf(parsed.error.issues))
  const [[, sentences]] = errors
  const fields: FieldErrors = Object.fromEntries(errors.map(([field, said]) => [`choice.${field}`, said]))
  throw new DeskError('INVALID', `That does not fit the rest of the incident. ${sentences.join(' ')}`, fields)
}
