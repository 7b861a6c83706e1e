import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { editIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { closeSample, draftMeasuredMethod, submitCoding } from '@/lib/samples/commands'
import { codingsCsv } from '@/lib/samples/csv'
import {
  adjudicationOf,
  agreementReport,
  codingDesk,
  codingsOf,
  getSample,
  listSamples,
  unitToCode,
} from '@/lib/samples/queries'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { code, drawnWith, fifteenProtests, unitsOf } from '../support/samples'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const SECRET = 'what the other coder thought'
let author: Viewer

beforeAll(async () => {
  author = await viewerWith('analyst', 'Author')
  await fifteenProtests(author)
}, 60_000)

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
  const both = await Promise.allSettled(
    ['DIP+2', 'MED+4'].map((as) => submitCoding(coder, code(sampleId, 2, { code: as }))),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await codingDesk(coder, sampleId)).toMatchObject({ done: 3, unit: null, later: null })
  await closeSample(manager, { sampleId })
  expect((await faultOf(submitCoding(coders[1], code(sampleId, 1)))).message).toBe('This sample is closed.')
  expect((await faultOf(closeSample(manager, { sampleId }))).code).toBe('CONFLICT')
  const prisma = await database()
  const kept = await prisma.coding.findMany({ where: { sampleId }, orderBy: { ordinal: 'asc' } })
  expect(kept.map((coding) => coding.code)).toEqual(['DIP+2', expect.stringMatching(/^(DIP\+2|MED\+4)$/), null])
})

test('a coding that is handed in again as it was is done, also after the sample was closed', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 2 })
  const [coder] = coders
  const [coded, uncoded] = [
    code(sampleId, 1, { note: 'Hard to say' }),
    { sampleId, ordinal: 2, codable: false as const, note: 'The page is gone' },
  ]
  const once = await Promise.all([1, 2, 3].map(() => submitCoding(coder, coded)))
  expect(once).toEqual(Array(3).fill({ done: 1, units: 2 }))
  expect(await submitCoding(coder, uncoded)).toEqual({ done: 2, units: 2 })
  expect(await submitCoding(coder, uncoded)).toEqual({ done: 2, units: 2 })
  for (const change of [{ note: '' }, { credibility: 2 }, { confidence: 'low' as const }, { date: '2025-07-02' }])
    expect((await faultOf(submitCoding(coder, { ...coded, ...change }))).code).toBe('CONFLICT')
  expect((await faultOf(submitCoding(coder, { ...uncoded, note: 'It is gone' }))).code).toBe('CONFLICT')
  await closeSample(manager, { sampleId })
  expect(await submitCoding(coder, coded)).toEqual({ done: 2, units: 2 })
  expect((await faultOf(submitCoding(coders[1], coded))).message).toBe('This sample is closed.')
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
