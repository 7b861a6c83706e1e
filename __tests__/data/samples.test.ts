import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident, editIncident, retractIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { approveIncident } from '@/lib/review/commands'
import { closeSample, draftMeasuredMethod, drawSample, submitCoding } from '@/lib/samples/commands'
import { codingsCsv } from '@/lib/samples/csv'
import { drawnFrom } from '@/lib/samples/population'
import {
  adjudicationOf,
  agreementReport,
  codingDesk,
  codingsOf,
  getSample,
  listSamples,
  previewDraw,
  unitToCode,
} from '@/lib/samples/queries'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { approve, logApproved, makeIncident } from '../support/incidents'
import { accountOf, code, drawnWith } from '../support/samples'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const SECRET = 'what the other coder thought'
let author: Viewer

beforeAll(async () => {
  author = await viewerWith('analyst', 'Author')
  for (let number = 1; number <= 15; number++) {
    const date = `2025-07-${String(number).padStart(2, '0')}`
    await logApproved(makeIncident({ title: `Protest ${number}`, date, note: 'the author’s note' }), author)
  }
}, 60_000)

/** Takes an incident out of what other tests draw from. */
async function retire(key: { dyadId: string; id: string }): Promise<void> {
  const { revision } = await getIncident(author, key.dyadId, key.id)
  await approve(await retractIncident(author, { ...key, baseRevision: revision, reason: 'made for one test' }))
}

async function unitsOf(sampleId: string): Promise<string[]> {
  const prisma = await database()
  const units = await prisma.codingUnit.findMany({ where: { sampleId }, orderBy: { ordinal: 'asc' } })
  return units.map(({ incidentId }) => incidentId)
}

test('the same seed draws the same units in the same order, another seed others', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 6, seed: 7 })
  const again = await drawSample(manager, {
    title: 'Again',
    filter: parseFilter({}),
    size: 6,
    seed: 7,
    coders: coders.map(accountOf),
  })
  const other = await drawnWith({ size: 6, seed: 8 })
  expect(again).toMatchObject({ units: 6, population: 15, seed: 7 })
  expect(await unitsOf(again.sampleId)).toEqual(await unitsOf(sampleId))
  expect(await unitsOf(other.sampleId)).not.toEqual(await unitsOf(sampleId))
})

test('one more incident moves no other’s place, and each is as likely to be drawn as any other', async () => {
  const prisma = await database()
  const population = (from: string) => ({
    filter: parseFilter({ from, to: '2025-07-15' }),
    coders: [],
    excludeOwn: false,
  })
  const [all, without] = [population('2025-07-01'), population('2025-07-02')]
  const ids = (units: { id: string }[]) => units.map(({ id }) => id)
  const drawn = ids(await drawnFrom(prisma, all, 7, 15))
  const fewer = ids(await drawnFrom(prisma, without, 7, 14))
  expect(fewer).toEqual(drawn.filter((id) => fewer.includes(id)))
  expect(ids(await drawnFrom(prisma, all, 7, 4))).toEqual(drawn.slice(0, 4))
  const times = new Map(drawn.map((id) => [id, 0]))
  for (let seed = 0; seed < 300; seed++) {
    for (const { id } of await drawnFrom(prisma, all, seed, 5)) times.set(id, (times.get(id) ?? 0) + 1)
  }
  // 300 draws of 5 from 15: 100 each, with a standard deviation of 8.
  for (const count of times.values()) expect(Math.abs(count - 100)).toBeLessThan(40)
}, 30_000)

test('what a coder decided or coded before is not drawn for them either', async () => {
  const date = '2021-05-05'
  const { dyadId, id, revision } = await createIncident(author, {
    incident: makeIncident({ title: 'Decided by a coder', date }),
    submit: true,
  })
  const decider = await viewerWith('reviewer')
  await approveIncident(decider, { dyadId, id, baseRevision: revision, comment: '' })
  const filter = parseFilter({ from: date, to: date })
  const { sampleId, coders, manager } = await drawnWith({ size: 1, filter })
  const drawable = (viewer: Viewer) => previewDraw(manager, { filter, coders: [accountOf(viewer)], excludeOwn: true })
  expect(await drawable(decider)).toEqual({ matching: 1, drawable: 0 })
  expect(await drawable(coders[0])).toEqual({ matching: 1, drawable: 1 })
  await submitCoding(coders[0], code(sampleId, 1))
  expect(await drawable(coders[0])).toEqual({ matching: 1, drawable: 0 })
  expect(await drawable(coders[1])).toEqual({ matching: 1, drawable: 1 })
  await retire({ dyadId, id })
})

test('the same draw sent twice makes one sample', async () => {
  const [manager, coders] = [await viewerWith('reviewer'), [await viewerWith('analyst'), await viewerWith('analyst')]]
  const requestId = crypto.randomUUID()
  const draw = { title: 'Sent twice', filter: parseFilter({}), size: 2, coders: coders.map(accountOf), requestId }
  expect(await drawSample(manager, draw)).toEqual(await drawSample(manager, draw))
  const prisma = await database()
  expect(await prisma.codingSample.count({ where: { title: 'Sent twice' } })).toBe(1)
})

test('what a coder wrote is not drawn, unless it may be', async () => {
  const [manager, coder] = [await viewerWith('reviewer'), await viewerWith('analyst')]
  const coders = [accountOf(author), accountOf(coder)]
  const filter = parseFilter({})
  expect(await previewDraw(manager, { filter, coders, excludeOwn: true })).toEqual({ matching: 15, drawable: 0 })
  expect(await previewDraw(manager, { filter, coders, excludeOwn: false })).toEqual({ matching: 15, drawable: 15 })
  const fault = await faultOf(drawSample(manager, { title: 'Own', filter, coders, size: 1 }))
  expect(fault).toMatchObject({ code: 'INVALID', fieldErrors: { size: ['Nothing matches that can be drawn.'] } })
  const drawn = await drawSample(manager, { title: 'Own too', filter, coders, size: 3, excludeOwn: false })
  expect(drawn).toMatchObject({ units: 3, population: 15 })
})

test('the filter narrows what is drawn from, and only people who can code are asked', async () => {
  const [manager, coder] = [await viewerWith('reviewer'), await viewerWith('analyst')]
  const filter = parseFilter({ from: '2025-07-14' })
  const coders = [accountOf(coder), accountOf(manager)]
  expect(await previewDraw(manager, { filter, coders, excludeOwn: true })).toEqual({ matching: 2, drawable: 2 })
  expect((await faultOf(drawSample(manager, { title: 'Too many', filter, coders, size: 3 }))).message).toBe(
    'Only 2 can be drawn.',
  )
  const reader = await viewerWith('viewer', 'Rita Reader')
  const idle = await faultOf(
    drawSample(manager, { title: 'Idle', filter, coders: [coders[0], accountOf(reader)], size: 1 }),
  )
  expect(idle).toMatchObject({ code: 'INVALID', message: expect.stringContaining('Rita Reader cannot code') })
})

test('coders are told of the sample, and the log keeps how it was drawn', async () => {
  const { sampleId, coders } = await drawnWith({ size: 4, seed: 3, title: 'Told' })
  const prisma = await database()
  const items = await prisma.inboxItem.findMany({ where: { accountId: accountOf(coders[0]) } })
  expect(items).toMatchObject([{ kind: 'sample', detail: { sampleId, title: 'Told', units: 4 } }])
  const activity = await prisma.activity.findFirst({ where: { subject: sampleId } })
  expect(activity).toMatchObject({ action: 'sample-drawn', detail: { population: 15, seed: 3, units: 4 } })
})

test('a coder sees what happened and the sources, and nothing of how it is coded', async () => {
  const { sampleId, coders } = await drawnWith({ size: 3 })
  const unit = await unitToCode(coders[0], sampleId, 2)
  expect(unit).toEqual({
    sampleId,
    ordinal: 2,
    title: expect.stringMatching(/^Protest \d+$/),
    summary: '',
    actor: 'AZE',
    target: 'RUS',
    mutual: false,
    sources: [{ outlet: 'Report.az', date: '2025-07-01', url: '', quote: '' }],
  })
})

test('while a sample is open no query gives a coder what the others coded', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 12, coderRoles: ['reviewer', 'analyst'] })
  const [blind, other] = coders
  for (let ordinal = 1; ordinal <= 12; ordinal++) {
    await submitCoding(other, code(sampleId, ordinal, { note: SECRET }))
    if (ordinal <= 11) await submitCoding(blind, code(sampleId, ordinal))
  }
  const asBlind = async () => {
    const sample = await getSample(blind, sampleId)
    const [incidentId] = await unitsOf(sampleId)
    return [
      await codingDesk(blind, sampleId),
      await listSamples(blind),
      sample,
      await adjudicationOf(blind, sampleId),
      await codingsOf(blind, 'AZE-RUS', incidentId),
    ]
  }
  expect(JSON.stringify(await asBlind())).not.toContain(SECRET)
  // Which incidents they are would lead to how the record codes them.
  const { unitList } = await getSample(blind, sampleId)
  expect(unitList?.map(({ dyadId, id }) => dyadId ?? id)).toEqual(Array(12).fill(null))
  expect((await faultOf(agreementReport(blind, [sampleId]))).code).toBe('FORBIDDEN')
  await submitCoding(blind, code(sampleId, 12))
  expect(JSON.stringify(await asBlind())).not.toContain(SECRET)
  expect(JSON.stringify(await getSample(manager, sampleId))).toContain(SECRET)
  await closeSample(manager, { sampleId })
  expect(JSON.stringify(await getSample(blind, sampleId))).toContain(SECRET)
})

test('codings of a closed sample stay hidden from who codes the same incident in an open one', async () => {
  const filter = parseFilter({ from: '2025-07-15' })
  const closed = await drawnWith({ size: 1, filter })
  for (const coder of closed.coders) await submitCoding(coder, code(closed.sampleId, 1, { note: SECRET }))
  await closeSample(closed.manager, { sampleId: closed.sampleId })
  const [id] = await unitsOf(closed.sampleId)
  const open = await drawnWith({ size: 1, filter, coderRoles: ['reviewer', 'reviewer'] })
  expect(await codingsOf(open.coders[0], 'AZE-RUS', id)).toEqual([])
  expect(JSON.stringify(await getSample(open.coders[0], closed.sampleId))).not.toContain(SECRET)
  expect(JSON.stringify(await codingsOf(open.manager, 'AZE-RUS', id))).toContain(SECRET)
  // Nor do figures or files tell of them.
  const asked = await agreementReport(open.coders[0], [closed.sampleId])
  expect(asked).toMatchObject({ units: 0, codings: 0, withheld: 1, overall: { category: { units: 0 } } })
  expect(asked.categories.codes).toEqual([])
  expect(await agreementReport(open.manager, [closed.sampleId])).toMatchObject({ units: 1, codings: 2, withheld: 0 })
  expect(await codingsCsv(open.coders[0], [closed.sampleId])).not.toContain(SECRET)
  expect(await codingsCsv(open.manager, [closed.sampleId])).toContain(SECRET)
  const drafted = await faultOf(draftMeasuredMethod(open.coders[0], { sampleIds: [closed.sampleId] }))
  expect(drafted.message).toBe('Too few units to measure a rung error.')
})

test('a sample is nobody’s to code but its coders’', async () => {
  const { sampleId, manager } = await drawnWith({ size: 2 })
  const stranger = await viewerWith('analyst')
  for (const viewer of [stranger, manager]) {
    expect((await faultOf(unitToCode(viewer, sampleId, 1))).code).toBe('NOT_FOUND')
    expect((await faultOf(codingDesk(viewer, sampleId))).code).toBe('NOT_FOUND')
    expect((await faultOf(submitCoding(viewer, code(sampleId, 1)))).code).toBe('NOT_FOUND')
  }
  expect((await getSample(stranger, sampleId)).unitList).toBeNull()
})

test('a unit is handed in once, the next one left follows, and a closed sample takes no more', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 3 })
  const [coder] = coders
  expect(await submitCoding(coder, code(sampleId, 1))).toEqual({ done: 1, units: 3 })
  expect((await faultOf(submitCoding(coder, code(sampleId, 1, { code: 'MED+4' })))).code).toBe('CONFLICT')
  expect(await codingDesk(coder, sampleId)).toMatchObject({ done: 1, unit: { ordinal: 2 }, later: 3 })
  expect(await codingDesk(coder, sampleId, 3)).toMatchObject({ unit: { ordinal: 3 }, later: 2 })
  await submitCoding(coder, { sampleId, ordinal: 3, codable: false, note: 'The page is gone' })
  const both = await Promise.allSettled([1, 2].map(() => submitCoding(coder, code(sampleId, 2))))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await codingDesk(coder, sampleId)).toMatchObject({ done: 3, unit: null, later: null })
  await closeSample(manager, { sampleId })
  expect((await faultOf(submitCoding(coders[1], code(sampleId, 1)))).message).toBe('This sample is closed.')
  expect((await faultOf(closeSample(manager, { sampleId }))).code).toBe('CONFLICT')
  const prisma = await database()
  const kept = await prisma.coding.findMany({ where: { sampleId }, orderBy: { ordinal: 'asc' } })
  expect(kept.map((coding) => coding.code)).toEqual(['DIP+2', 'DIP+2', null])
})

test('an edit after the draw changes nothing of what a coder is shown', async () => {
  const filter = parseFilter({ from: '2025-07-14', to: '2025-07-14' })
  const { sampleId, coders } = await drawnWith({ size: 1, filter })
  const [id] = await unitsOf(sampleId)
  // Not the author, who may owe a coding of it in another sample.
  const editor = await viewerWith('analyst')
  const { input, revision } = await getIncident(editor, 'AZE-RUS', id)
  const incident = { ...input, title: 'Another title' }
  await editIncident(editor, { dyadId: 'AZE-RUS', id, baseRevision: revision, submit: true, reason: '', incident })
  expect((await unitToCode(coders[0], sampleId, 1)).title).toBe('Protest 14')
})
