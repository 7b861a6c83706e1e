import 'server-only'

export { adjudicationOf } from './adjudication'
export { codingDesk, unitToCode } from './desk'
export { agreementReport } from './report'

import { authorize, may, ROLES } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { CodingSample } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { filterSchema } from '@/lib/incidents/filter'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { keyOf, withheldFrom } from './blind'
import { codingView } from './coded'
import { grouped } from './grouped'
import { countOf, drawable, matching } from './population'
import type { PreviewInput } from './schema'
import { unitsOf } from './unit-list'
import type { CoderChoice, DrawPreview, SampleCodings, SamplePage, SampleRow, SampleView } from './views'

const PAGE = 50

/**
 * How many incidents a sample would be drawn from.
 * @throws DeskError FORBIDDEN.
 */
export async function previewDraw(viewer: Viewer, input: PreviewInput): Promise<DrawPreview> {
  authorize(viewer, 'sample:manage')
  const prisma = await database()
  const all = await countOf(prisma, matching(input.filter))
  return { matching: all, drawable: await countOf(prisma, drawable(input)) }
}

/**
 * Accounts that may be asked to code, by name; the first five hundred.
 * @throws DeskError FORBIDDEN.
 */
export async function codersToChoose(viewer: Viewer): Promise<CoderChoice[]> {
  authorize(viewer, 'sample:manage')
  const prisma = await database()
  return prisma.account.findMany({
    where: { active: true, role: { in: ROLES.filter((role) => may({ role }, 'sample:code')) } },
    select: { id: true, name: true, role: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}

/** Samples as rows, with their coders' progress: four reads, whatever their number. */
async function rowsOf(reader: Reader, viewer: Viewer, samples: CodingSample[]): Promise<SampleRow[]> {
  const where = { sampleId: { in: samples.map(({ id }) => id) } }
  const coders = await reader.codingCoder.findMany({ where })
  const done = await reader.coding.groupBy({ by: ['sampleId', 'coderId'], where, _count: true })
  const units = await reader.codingUnit.groupBy({ by: ['sampleId'], where, _count: true })
  const names = await namesOf(reader, [...coders.map(({ accountId }) => accountId), ...samples.map(({ byId }) => byId)])
  const bySample = grouped(coders, ({ sampleId }) => sampleId)
  const handedIn = new Map(done.map(({ sampleId, coderId, _count }) => [`${sampleId} ${coderId}`, _count]))
  const sizes = new Map(units.map(({ sampleId, _count }) => [sampleId, _count]))
  return samples.map((sample): SampleRow => {
    const own = bySample.get(sample.id) ?? []
    const progress = own.map(({ accountId: id, excusedAt }) => {
      return { id, name: nameOf(names, id), done: handedIn.get(`${sample.id} ${id}`) ?? 0, excused: excusedAt !== null }
    })
    return {
      id: sample.id,
      title: sample.title,
      at: sample.at.toISOString(),
      by: nameOf(names, sample.byId),
      status: sample.status === 'open' ? 'open' : 'closed',
      closedAt: sample.closedAt?.toISOString() ?? null,
      units: sizes.get(sample.id) ?? 0,
      coders: progress.sort((a, b) => (a.name < b.name ? -1 : 1)),
      mine: own.some(({ accountId, excusedAt }) => accountId === viewer.accountId && excusedAt === null),
    }
  })
}

/**
 * A page of the samples, newest first, with how far each coder is: nothing of what they coded.
 * @throws DeskError FORBIDDEN.
 */
export async function listSamples(viewer: Viewer, after?: string): Promise<SamplePage> {
  authorize(viewer, 'agreement:read')
  const prisma = await database()
  const last = after ? await prisma.codingSample.findUnique({ where: { id: after } }) : null
  const older = last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { gt: last.id } }] }
  const found = await prisma.codingSample.findMany({
    where: older ?? {},
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
  })
  const samples = found.slice(0, PAGE)
  const next = found.length > PAGE ? samples[PAGE - 1].id : null
  return { rows: await rowsOf(prisma, viewer, samples), next }
}

/** Whether the units of a sample are shown: to who manages samples, and to its coders once they are done or it is closed. */
function showsUnits(viewer: Viewer, { status, mine, coders, units }: SampleRow): boolean {
  if (may(viewer, 'sample:manage')) return true
  const own = coders.find(({ id }) => id === viewer.accountId)
  return mine && (status === 'closed' || own?.done === units)
}

/**
 * A sample with its units. The codings of an open one, and which incidents they are of, are kept from its coders.
 * @throws DeskError FORBIDDEN, NOT_FOUND.
 */
export async function getSample(viewer: Viewer, sampleId: string): Promise<SampleView> {
  authorize(viewer, 'agreement:read')
  const prisma = await database()
  const sample = await prisma.codingSample.findUnique({ where: { id: sampleId } })
  if (!sample) throw new DeskError('NOT_FOUND', 'There is no such sample.')
  const [row] = await rowsOf(prisma, viewer, [sample])
  const { filter, excludeOwn } = Object(sample.filter)
  const names = await namesOf(prisma, [sample.closedById])
  return {
    ...row,
    filter: filterSchema.parse(filter ?? {}),
    excludeOwn: excludeOwn === true,
    seed: sample.seed,
    population: sample.population,
    closedBy: sample.status === 'closed' ? nameOf(names, sample.closedById) : null,
    unitList: showsUnits(viewer, row) ? await unitsOf(prisma, viewer, sampleId) : null,
  }
}

/**
 * How an incident was coded in samples that are closed, or in which it is resolved; none while the viewer codes it in an open
 * sample.
 * @throws DeskError FORBIDDEN.
 */
export async function codingsOf(viewer: Viewer, dyadId: string, id: string): Promise<SampleCodings[]> {
  authorize(viewer, 'agreement:read')
  const prisma = await database()
  if ((await withheldFrom(prisma, viewer)).has(keyOf({ dyadId, id }))) return []
  const units = await prisma.codingUnit.findMany({ where: { dyadId, incidentId: id } })
  const samples = await prisma.codingSample.findMany({
    where: { id: { in: units.map(({ sampleId }) => sampleId) } },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  })
  const codings = await prisma.coding.findMany({
    where: { OR: units.map(({ sampleId, ordinal }) => ({ sampleId, ordinal })) },
    orderBy: { at: 'asc' },
  })
  const names = await namesOf(
    prisma,
    codings.map(({ coderId }) => coderId),
  )
  return samples.flatMap((sample): SampleCodings[] => {
    const unit = units.find(({ sampleId }) => sampleId === sample.id)
    if (!unit || (sample.status === 'open' && unit.adjudicatedRevision === null)) return []
    const { id: sampleId, title, at } = sample
    const own = codings.filter((coding) => coding.sampleId === sampleId).map((coding) => codingView(coding, names))
    if (own.length === 0) return []
    const { ordinal, adjudicatedRevision: resolvedRevision } = unit
    return [{ sampleId, title, at: at.toISOString(), ordinal, resolvedRevision, codings: own }]
  })
}
