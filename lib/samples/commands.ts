import 'server-only'

export { adjudicate } from './adjudicate'
export { addCoder, excuseCoder } from './coders'
export { draftMeasuredMethod } from './method-draft'

import { randomInt, randomUUID } from 'node:crypto'
import { logActivity } from '@/lib/activity/log'
import { awaitEarlier, isChangeOf, refuseMade, saysSame } from '@/lib/again'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { dayOf } from '@/lib/core/calendar'
import { indicatorOf } from '@/lib/core/codebook'
import type { Coding } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { formatPlural } from '@/lib/format'
import { notify } from '@/lib/inbox/notify'
import { refuseIdleCoders } from './coders'
import { lockSample } from './locked'
import { countOf, drawable, drawnFrom, type Population } from './population'
import { type CodingInput, type DrawInput, LARGEST_SEED } from './schema'

/** A sample that was drawn: its size, what it was drawn from, and the seed that draws it again. */
export interface Drawn {
  sampleId: string
  units: number
  population: number
  seed: number
}

/**
 * Draws a random sample of approved incidents and asks its coders to code them anew. Costs one pass of the database over the
 * incidents that match, of which only the sample is read. The same `requestId` again returns the sample that the first call drew.
 * @throws DeskError FORBIDDEN; INVALID when a coder cannot code, or fewer incidents match than are to be drawn; CONFLICT (detail:
 * `MadeBefore`) where the first call asked for another sample.
 */
export async function drawSample(viewer: Viewer, input: DrawInput): Promise<Drawn> {
  authorize(viewer, 'sample:manage')
  const { title, filter, size, coders, excludeOwn = true, requestId } = input
  const seed = input.seed ?? randomInt(LARGEST_SEED)
  const sampleId = requestId ?? randomUUID()
  return inTransaction(async (tx) => {
    await awaitEarlier(tx, sampleId)
    const before = await drawnBefore(tx, viewer, sampleId, input)
    if (before) return before
    await refuseIdleCoders(tx, coders)
    const { drawn, population } = await draw(tx, { filter, coders, excludeOwn }, seed, size)
    const stored = storedOf({ filter, excludeOwn, size })
    const sample = { id: sampleId, title, at: now(), byId: viewer.accountId, filter: stored, seed, population }
    await tx.codingSample.create({ data: { ...sample, status: 'open' } })
    await tx.codingCoder.createMany({ data: coders.map((accountId) => ({ sampleId, accountId })) })
    await tx.codingUnit.createMany({
      data: drawn.map(({ dyadId, id, revision }, index) => {
        return { sampleId, ordinal: index + 1, dyadId, incidentId: id, revision }
      }),
    })
    const units = drawn.length
    await notify(tx, viewer, coders, { kind: 'sample', detail: { sampleId, title, units } })
    const detail = { title, units, population, seed, coders }
    await logActivity(tx, viewer, { action: 'sample-drawn', subject: sampleId, detail })
    return { sampleId, units, population, seed }
  })
}

/** What a sample was drawn from, and how. */
const storedOf = ({ filter, excludeOwn = true, size }: Pick<DrawInput, 'filter' | 'excludeOwn' | 'size'>) => ({
  filter: stripped(filter),
  excludeOwn,
  size,
})

/** What an earlier call with the same id drew; null where there was none. */
async function drawnBefore(tx: Transaction, viewer: Viewer, sampleId: string, asked: DrawInput): Promise<Drawn | null> {
  const sample = await tx.codingSample.findUnique({ where: { id: sampleId } })
  if (!sample) return null
  const coders = await tx.codingCoder.findMany({ where: { sampleId }, select: { accountId: true } })
  const same =
    sample.title === asked.title &&
    saysSame(sample.filter, storedOf(asked)) &&
    (asked.seed === undefined || asked.seed === sample.seed) &&
    saysSame(coders.map(({ accountId }) => accountId).sort(), [...asked.coders].sort())
  const units = await tx.codingUnit.count({ where: { sampleId } })
  // Nobody writes to a sample: what was asked for otherwise cannot follow as a change.
  if (isChangeOf(viewer, 'sample', { id: sampleId, revision: 1, byId: sample.byId, same })) {
    const first = `“${sample.title}”, ${formatPlural(units, 'unit')}`
    throw refuseMade(sampleId, `The sample was drawn already, as first sent: ${first}. A sample does not change.`)
  }
  return { sampleId, units, population: sample.population, seed: sample.seed }
}

async function draw(tx: Transaction, from: Population, seed: number, size: number) {
  const population = await countOf(tx, drawable(from))
  if (population < size) {
    const message = population === 0 ? 'Nothing matches that can be drawn.' : `Only ${population} can be drawn.`
    throw new DeskError('INVALID', message, { size: [message] })
  }
  return { drawn: await drawnFrom(tx, from, seed, size), population }
}

/** The parts of a filter that say what was drawn from, as JSON. */
function stripped(filter: DrawInput['filter']): Record<string, string | number> {
  const { sort: _sort, order: _order, after: _after, status: _status, kind: _kind, ...rest } = filter
  const entries = Object.entries(rest).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
  return Object.fromEntries(entries)
}

/** How far a coder is with a sample. */
export interface HandedIn {
  done: number
  units: number
}

/**
 * Hands in how the viewer codes one unit of a sample: once, and for good. The same again is done, also when the sample was closed since.
 * @throws DeskError FORBIDDEN; NOT_FOUND for somebody else's sample, or a unit that it lacks; INVALID when it is closed;
 * CONFLICT when the unit was handed in otherwise before.
 */
export async function submitCoding(viewer: Viewer, input: CodingInput): Promise<HandedIn> {
  authorize(viewer, 'sample:code')
  const { sampleId, ordinal } = input
  return inTransaction(async (tx) => {
    // Locked against a closing in the same moment: what is handed in after it would be seen by nobody.
    const sample = await lockSample(tx, sampleId)
    const coderId = viewer.accountId
    const key = coderId && { sampleId_accountId: { sampleId, accountId: coderId } }
    const coder = key && (await tx.codingCoder.findUnique({ where: key }))
    if (!sample || !coder || coder.excusedAt !== null)
      throw new DeskError('NOT_FOUND', 'There is no such sample for you to code.')
    const unit = await tx.codingUnit.findUnique({ where: { sampleId_ordinal: { sampleId, ordinal } } })
    if (!unit) throw new DeskError('NOT_FOUND', `This sample has no unit ${ordinal}.`)
    const unitOfCoder = { sampleId, ordinal, coderId: coder.accountId }
    const before = await tx.coding.findUnique({ where: { sampleId_ordinal_coderId: unitOfCoder } })
    const columns = codedColumns(input)
    if (before && !saysSame(columnsOf(before), columns))
      throw new DeskError('CONFLICT', 'You have handed this one in already; it stays as it was.')
    if (!before) {
      if (sample.status !== 'open') throw new DeskError('INVALID', 'This sample is closed.')
      await tx.coding.create({ data: { ...unitOfCoder, at: now(), ...columns } })
    }
    return {
      done: await tx.coding.count({ where: { sampleId, coderId: coder.accountId } }),
      units: await tx.codingUnit.count({ where: { sampleId } }),
    }
  })
}

/** What of a stored coding was handed in. */
const columnsOf = ({ sampleId: _, ordinal: __, coderId: ___, at: ____, ...columns }: Coding) => columns

const UNCODED = { category: null, code: null, rung: null, startDay: null, credibility: null, confidence: null }

function codedColumns(input: CodingInput) {
  if (!input.codable) return { codable: false, ...UNCODED, note: input.note }
  const indicator = indicatorOf(input.code)
  if (!indicator) throw new DeskError('INVALID', 'No such indicator in the codebook', { code: ['No such indicator'] })
  const { credibility, confidence, note } = input
  const { category, code, rung } = indicator
  return { codable: true, category, code, rung, startDay: dayOf(input.date), credibility, confidence, note }
}

/**
 * Closes a sample: no more is handed in, and its coders may see each other's codings.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT when it is closed already.
 */
export async function closeSample(viewer: Viewer, { sampleId }: { sampleId: string }): Promise<void> {
  authorize(viewer, 'sample:manage')
  await inTransaction(async (tx) => {
    const sample = await lockSample(tx, sampleId)
    if (!sample) throw new DeskError('NOT_FOUND', 'There is no such sample.')
    if (sample.status === 'closed') throw new DeskError('CONFLICT', 'This sample is closed already.')
    const data = { status: 'closed', closedAt: now(), closedById: viewer.accountId }
    await tx.codingSample.update({ where: { id: sampleId }, data })
    const codings = await tx.coding.count({ where: { sampleId } })
    const detail = { title: sample.title, codings }
    await logActivity(tx, viewer, { action: 'sample-closed', subject: sampleId, detail })
  })
}
