import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { getDraft } from '@/lib/method/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { draftMeasuredMethod, submitCoding } from '@/lib/samples/commands'
import { agreementCsv, codingsCsv } from '@/lib/samples/csv'
import { agreementReport } from '@/lib/samples/queries'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { accountOf, code, drawnWith } from '../support/samples'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

beforeAll(async () => {
  const author = await viewerWith('analyst', 'Author')
  for (let number = 1; number <= 15; number++) {
    const date = `2025-07-${String(number).padStart(2, '0')}`
    await logApproved(makeIncident({ title: `Protest ${number}`, date }), author)
  }
}, 60_000)

test('agreement equals what is worked out by hand', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 12 })
  const [first, second] = coders
  for (let ordinal = 1; ordinal <= 12; ordinal++) {
    const date = `2025-07-${String(ordinal).padStart(2, '0')}`
    const theirs = ordinal === 1 ? '2025-07-02' : date
    const own = ordinal <= 6 ? 'DIP+2' : 'MED+4'
    // One of each half is coded the other way: of 12 units 10 agree.
    const others = { 1: 'MED+4', 12: 'DIP+2' }[ordinal] ?? own
    await submitCoding(first, code(sampleId, ordinal, { code: own, date, confidence: 'high' }))
    await submitCoding(second, code(sampleId, ordinal, { code: others, date: theirs, confidence: 'high' }))
  }
  const report = await agreementReport(manager, [sampleId], {
    by: 'coder',
    pair: [accountOf(second), accountOf(first)],
  })
  const { category, rung, date } = report.overall
  // 24 codings, 12 of each: alpha = 1 - 23 · 4 / (2 · 12 · 12) = 49/72; of eight categories AC1 = (5/6 - 1/14) / (13/14).
  const halves = {
    alpha: { value: expect.closeTo(0.680555555556, 9) },
    percent: { value: expect.closeTo(0.833333333333, 9) },
  }
  expect(category).toMatchObject({
    kind: 'measured',
    units: 12,
    ...halves,
    gwet: { name: 'AC1', value: expect.closeTo(32 / 39, 9) },
  })
  expect(rung).toMatchObject({
    kind: 'measured',
    units: 12,
    ...halves,
    // Of ten rungs, two places apart: 14/15 of an agreement, by a second program.
    gwet: { name: 'AC2', value: expect.closeTo(0.980392156863, 9) },
  })
  // Days 0..11 twice, one of them a day later: alpha = 1 - 23 · 2 / (2 · (24 · 1013 - 133²)).
  expect(date).toMatchObject({
    alpha: { value: expect.closeTo(0.996527253511, 9) },
    percent: { value: expect.closeTo(0.916666666667, 9) },
    gwet: null,
    apart: { median: 0, largest: 1 },
  })
  expect(report.groups.map(({ category: figure }) => figure)).toEqual([category])
  expect(report.categories).toEqual({
    codes: ['diplomatic', 'media'],
    counts: [
      [10, 2],
      [2, 10],
    ],
  })
  expect(report.rungs).toEqual({
    codes: [2, 4],
    counts: [
      [10, 2],
      [2, 10],
    ],
  })
  // d = 1/6: p = (2 - √3) / 3.
  expect(report.rungErrors).toEqual({
    high: {
      kind: 'measured',
      units: 12,
      differing: 2,
      disagreement: expect.closeTo(0.166666666667, 9),
      p: expect.closeTo(0.089316397477, 9),
      low: expect.any(Number),
      high: expect.any(Number),
      // (2 + 1/2) / 13.
      smoothed: expect.closeTo(0.104315071809, 9),
    },
    moderate: { kind: 'too-few', units: 0 },
    low: { kind: 'too-few', units: 0 },
  })
  // Unit 1 is two rungs higher for the second coder, unit 12 two lower; the first coder is compared the other way round.
  expect(report.coders.map(({ rung }) => rung)).toEqual(Array(2).fill({ kind: 'measured', units: 12, mean: 0 }))
  expect(report.pair).toMatchObject({
    first: { id: second.accountId },
    rungs: {
      counts: [
        [5, 1],
        [1, 5],
      ],
    },
  })
  const csv = await agreementCsv(manager, [sampleId], { by: 'coder' })
  expect(csv).toContain('All units,category,12,alpha,0.68055')
  expect(csv).toContain('high confidence,rung,12,"the same, smoothed",0.1043')
  const codings = await codingsCsv(manager, [sampleId])
  expect(codings.trim().split('\n')).toHaveLength(25)
  const prisma = await database()
  const exports = await prisma.activity.findMany({ where: { action: 'exported' }, orderBy: { id: 'asc' } })
  expect(exports.map(({ subject }) => subject)).toEqual(['agreement.csv', 'codings.csv'])
}, 20_000)

test('too few units and codes without variation are said in words, and uncodable units are left aside', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 11 })
  const [first, second] = coders
  for (let ordinal = 1; ordinal <= 11; ordinal++) {
    const date = `2025-07-${String(ordinal).padStart(2, '0')}`
    await submitCoding(first, code(sampleId, ordinal, { date }))
    const gone = { sampleId, ordinal, codable: false as const, note: 'The page is gone' }
    await submitCoding(second, ordinal === 11 ? gone : code(sampleId, ordinal, { date }))
  }
  const report = await agreementReport(manager, [sampleId], { by: 'month' })
  expect(report).toMatchObject({ units: 11, codings: 22, uncodable: 1 })
  expect(report.overall.category).toEqual({ kind: 'no-variation', units: 10 })
  expect(report.overall.date).toMatchObject({ kind: 'measured', alpha: { value: 1 } })
  const small = await drawnWith({ size: 9 })
  for (let ordinal = 1; ordinal <= 9; ordinal++) {
    for (const coder of small.coders) await submitCoding(coder, code(small.sampleId, ordinal))
  }
  expect((await agreementReport(small.manager, [small.sampleId])).overall.category).toEqual({
    kind: 'too-few',
    units: 9,
  })
  const pooled = await agreementReport(manager, [sampleId, small.sampleId])
  expect(pooled.overall.category).toEqual({ kind: 'no-variation', units: 19 })
  expect(pooled.samples).toHaveLength(2)
})

test('measured rung errors are drafted into the method, what is not measured stays as it was', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 10, title: 'July' })
  const nothing = await draftMeasuredMethod(manager, { sampleIds: [sampleId] }).catch((error: unknown) => error)
  expect(isDeskError(nothing) && nothing.message).toBe('Too few units to measure a rung error.')
  for (let ordinal = 1; ordinal <= 10; ordinal++) {
    const confidence = 'moderate'
    await submitCoding(coders[0], code(sampleId, ordinal, { confidence }))
    await submitCoding(coders[1], code(sampleId, ordinal, { confidence, code: ordinal === 1 ? 'DIP+3' : 'DIP+2' }))
  }
  const { id } = await draftMeasuredMethod(manager, { sampleIds: [sampleId] })
  const draft = await getDraft(manager, id)
  // d = 1/10: p = (2 - √3.4) / 3 = 0.0520…; smoothed, d = 1.5/11.
  expect(draft.parameters.rungError).toEqual({ high: 0.05, moderate: 0.072, low: 0.4 })
  expect(draft.note.split('\n')).toEqual([
    'Chance that a rung is off by one, measured by double coding in “July”.',
    'Half a disagreement in one unit more is added, so that no chance is 0.',
    'high: too few (0 units), as before',
    expect.stringMatching(/^moderate: 0\.072 \(measured 0\.052, 95 % interval 0 to 0\.\d+; 1 of 10 units differ\)$/),
    'low: too few (0 units), as before',
  ])
})

test('coders who never differed are not drafted as coders who never err', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 10 })
  for (let ordinal = 1; ordinal <= 10; ordinal++) {
    for (const coder of coders) await submitCoding(coder, code(sampleId, ordinal))
  }
  const { id } = await draftMeasuredMethod(manager, { sampleIds: [sampleId] })
  const { parameters } = await getDraft(manager, id)
  // d = 0.5/11.
  expect(parameters.rungError.high).toBe(0.023)
})

test('more units than can be computed at once are refused in words', async () => {
  const { sampleId, manager } = await drawnWith({ size: 1 })
  // Units of incidents that are not there: enough to be counted, and quicker made.
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRaw`INSERT INTO coding_unit (sample_id, ordinal, dyad_id, incident_id, revision)
      SELECT ${sampleId}::uuid, n + 1, 'AZE-RUS', 'X-' || n, 1 FROM generate_series(1, 2000) n`
  })
  const refused = await agreementReport(manager, [sampleId]).catch((error: unknown) => error)
  expect(isDeskError(refused) && refused.message).toBe(
    'These samples hold 2001 units. Choose fewer: at most 2000 are taken together.',
  )
})
