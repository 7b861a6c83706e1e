import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { stateOf } from '@/lib/incidents/state'
import { MOST_UNITS } from './schema'
import type { CodingDesk, UnitToCode } from './views'

/** The sample that a coder works on. @throws DeskError NOT_FOUND for one that the viewer does not code in. */
async function ownSample(reader: Reader, viewer: Viewer, sampleId: string) {
  const coderId = viewer.accountId
  const key = coderId && { sampleId_accountId: { sampleId, accountId: coderId } }
  const coder = key && (await reader.codingCoder.findUnique({ where: key }))
  const sample = coder && (await reader.codingSample.findUnique({ where: { id: sampleId } }))
  if (!coder || coder.excusedAt !== null || !sample)
    throw new DeskError('NOT_FOUND', 'There is no such sample for you to code.')
  return { sample, coderId: coder.accountId }
}

async function unitAt(reader: Reader, sampleId: string, ordinal: number): Promise<UnitToCode> {
  const unit = await reader.codingUnit.findUnique({ where: { sampleId_ordinal: { sampleId, ordinal } } })
  if (!unit) throw new DeskError('NOT_FOUND', `This sample has no unit ${ordinal}.`)
  const { dyadId, incidentId, revision } = unit
  const key = { dyadId_incidentId_revision: { dyadId, incidentId, revision } }
  const { input } = stateOf(await reader.incidentRevision.findUniqueOrThrow({ where: key }))
  const { title, summary, actor, target, mutual } = input
  // Named one by one: what is added to incidents later must not show itself here.
  const sources = input.sources.map(({ outlet, date, url, quote }) => ({ outlet, date, url, quote }))
  return { sampleId, ordinal, title, summary, actor, target, mutual, sources }
}

/**
 * A unit as its coder sees it: what happened and the sources, as they were when it was drawn; nothing of how it is coded, by
 * the record or by another coder.
 * @throws DeskError FORBIDDEN; NOT_FOUND for somebody else's sample, or a unit that it lacks.
 */
export async function unitToCode(viewer: Viewer, sampleId: string, ordinal: number): Promise<UnitToCode> {
  authorize(viewer, 'sample:code')
  const prisma = await database()
  await ownSample(prisma, viewer, sampleId)
  return unitAt(prisma, sampleId, ordinal)
}

/**
 * Where the viewer stands in a sample: the unit `asked` for, or the first after it that they have not handed in, or the first.
 * @throws DeskError FORBIDDEN; NOT_FOUND for somebody else's sample.
 */
export async function codingDesk(viewer: Viewer, sampleId: string, asked = 1): Promise<CodingDesk> {
  authorize(viewer, 'sample:code')
  const prisma = await database()
  const { sample, coderId } = await ownSample(prisma, viewer, sampleId)
  const units = await prisma.codingUnit.findMany({ where: { sampleId }, select: { ordinal: true } })
  const done = await prisma.coding.findMany({ where: { sampleId, coderId }, select: { ordinal: true } })
  const handedIn = new Set(done.map(({ ordinal }) => ordinal))
  const left = units.map(({ ordinal }) => ordinal).filter((ordinal) => !handedIn.has(ordinal))
  const inOrder = left.sort((a, b) => placeAfter(asked, a) - placeAfter(asked, b))
  const open = sample.status === 'open'
  const [next, later] = open ? inOrder : []
  return {
    sampleId,
    title: sample.title,
    status: open ? 'open' : 'closed',
    units: units.length,
    done: done.length,
    unit: next === undefined ? null : await unitAt(prisma, sampleId, next),
    later: later ?? null,
  }
}

/** Orders units from the one asked for on; those before it come last. */
const placeAfter = (asked: number, ordinal: number) => (ordinal >= asked ? ordinal : ordinal + MOST_UNITS)
