import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { getDraft } from '@/lib/method/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { draftMeasuredMethod, submitCoding } from '@/lib/samples/commands'
import { agreementReport } from '@/lib/samples/queries'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { code, drawnWith } from '../support/samples'
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
  const report = await agreementReport(manager, [sampleId], 'coder')
  const { category, rung, date } = report.overall
  // 24 codings, 12 of each: alpha = 1 - 23 · 4 / (2 · 12 · 12) = 49/72; AC1 = (5/6 - 1/2) / (1/2).
  const halves = {
    alpha: { value: expect.closeTo(0.680555555556, 9) },
    percent: { value: expect.closeTo(0.833333333333, 9) },
  }
  expect(category).toMatchObject({
    kind: 'measured',
    units: 12,
    ...halves,
    gwet: { name: 'AC1', value: expect.closeTo(0.666666666667, 9) },
  })
  expect(rung).toMatchObject({
    kind: 'measured',
    units: 12,
    ...halves,
    gwet: { name: 'AC2', value: expect.closeTo(0.666666666667, 9) },
  })
  // Days 0..11 twice, one of them a day later: alpha = 1 - 23 · 2 / (2 · (24 · 1013 - 133²)).
  expect(date).toMatchObject({
    alpha: { value: expect.closeTo(0.996527253511, 9) },
    percent: { value: expect.closeTo(0.916666666667, 9) },
    gwet: null,
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
      pairs: 12,
      disagreement: expect.closeTo(0.166666666667, 9),
      p: expect.closeTo(0.089316397477, 9),
    },
    moderate: { kind: 'too-few', pairs: 0 },
    low: { kind: 'too-few', pairs: 0 },
  })
})

test('too few units and codes without variation are said in words, and uncodable units are left aside', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 11 })
  const [first, second] = coders
  for (let ordinal = 1; ordinal <= 11; ordinal++) {
    const date = `2025-07-${String(ordinal).padStart(2, '0')}`
    await submitCoding(first, code(sampleId, ordinal, { date }))
    const gone = { sampleId, ordinal, codable: false as const, note: 'The page is gone' }
    await submitCoding(second, ordinal === 11 ? gone : code(sampleId, ordinal, { date }))
  }
  const report = await agreementReport(manager, [sampleId], 'month')
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
  expect(isDeskError(nothing) && nothing.message).toBe('Too few pairs of codings to measure a rung error.')
  for (let ordinal = 1; ordinal <= 10; ordinal++) {
    const confidence = 'moderate'
    await submitCoding(coders[0], code(sampleId, ordinal, { confidence }))
    await submitCoding(coders[1], code(sampleId, ordinal, { confidence, code: ordinal === 1 ? 'DIP+3' : 'DIP+2' }))
  }
  const { id } = await draftMeasuredMethod(manager, { sampleIds: [sampleId] })
  const draft = await getDraft(manager, id)
  // d = 1/10: p = (2 - √3.4) / 3 = 0.0520…
  expect(draft.parameters.rungError).toEqual({ high: 0.05, moderate: 0.052, low: 0.4 })
  expect(draft.note).toBe(
    [
      'Chance that a rung is off by one, measured by double coding in “July”.',
      'high: too few (0 pairs), as before',
      'moderate: 0.052 (1 of 10 pairs differ)',
      'low: too few (0 pairs), as before',
    ].join('\n'),
  )
})
