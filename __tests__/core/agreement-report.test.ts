import fc from 'fast-check'
import { agreementOf, type CodingMatrix } from '@/lib/core/reliability'
import {
  type CodedUnit,
  confusionsOf,
  type GivenCoding,
  groupsOf,
  matrixOf,
  rungErrorsOf,
} from '@/lib/samples/agreement'
import { dateAgreement } from '@/lib/samples/date-agreement'
import { drawnOf } from '@/lib/samples/draw'

const CODERS = [
  { id: 'a', name: 'Ada' },
  { id: 'b', name: 'Bo' },
  { id: 'c', name: 'Cy' },
]

const given = (coderId: string, rung: number, fields: Partial<GivenCoding> = {}): GivenCoding => {
  return { coderId, category: 'diplomatic', rung, startDay: 20000, confidence: 'high', ...fields }
}

const unit = (codings: GivenCoding[], fields: Partial<CodedUnit> = {}): CodedUnit => {
  return { category: 'diplomatic', month: '2025-07', codings, ...fields }
}

test('a matrix has a row for each unit, a column for each coder and null where a coder gave nothing', () => {
  const units = [unit([given('c', 4), given('a', -2)]), unit([]), unit([given('b', 1)])]
  expect(matrixOf(units, CODERS, ({ rung }) => rung)).toEqual([
    [-2, null, 4],
    [null, null, null],
    [null, 1, null],
  ])
})

test('agreement on days is what the general statistics give', () => {
  const day = fc.option(fc.integer({ min: 19000, max: 19030 }), { nil: null })
  const matrix = fc.array(fc.tuple(day, day, day), { minLength: 10, maxLength: 25 })
  const check = (days: CodingMatrix<number>) => {
    const [fast, general] = [dateAgreement(days), agreementOf(days, 'interval')]
    expect(fast).toMatchObject({ kind: general.kind, units: general.units })
    if (fast.kind !== 'measured' || general.kind !== 'measured') return
    for (const name of ['alpha', 'percent'] as const) {
      for (const part of ['value', 'low', 'high'] as const) expect(fast[name][part]).toBeCloseTo(general[name][part], 9)
      expect(fast[name].draws).toBe(general[name].draws)
    }
  }
  fc.assert(fc.property(matrix, check), { numRuns: 15 })
})

test('groups are the record’s categories in the codebook’s order, months in time, and each pair of coders', () => {
  const both = [given('a', 1), given('b', 1)]
  const units = [
    unit(both, { category: 'media', month: '2025-08' }),
    unit([...both, given('c', 1)], { month: '2025-07' }),
    unit(both, { category: null, month: '2025-07' }),
  ]
  const shape = (by: 'category' | 'month' | 'coder') =>
    groupsOf(by, units, CODERS).map((group) => [group.label, group.units.length, group.coders.length])
  expect(shape('category')).toEqual([
    ['Diplomatic', 1, 3],
    ['Media', 1, 3],
  ])
  expect(shape('month')).toEqual([
    ['2025-07', 2, 3],
    ['2025-08', 1, 3],
  ])
  expect(shape('coder')).toEqual([
    ['Ada – Bo', 3, 2],
    ['Ada – Cy', 1, 2],
    ['Bo – Cy', 1, 2],
  ])
})

test('confusion pools all pairs both ways round over the codes that were seen, rungs from below to above', () => {
  const units = [
    unit([given('a', 4), given('b', -2), given('c', 4)]),
    unit([given('a', 4, { category: 'media' }), given('b', 4)]),
    unit([given('a', 5)]),
  ]
  const { categories, rungs } = confusionsOf(units, CODERS)
  expect(rungs).toEqual({
    codes: [-2, 4],
    counts: [
      [0, 2],
      [2, 4],
    ],
  })
  expect(categories).toEqual({
    codes: ['diplomatic', 'media'],
    counts: [
      [6, 1],
      [1, 0],
    ],
  })
})

test('the rung error of a confidence comes from pairs of coders who both stated it', () => {
  const sure = Array.from({ length: 10 }, (_, index) => unit([given('a', 1), given('b', index === 0 ? 2 : 1)]))
  const mixed = Array.from({ length: 10 }, () => unit([given('a', 1), given('b', 3, { confidence: 'low' })]))
  const errors = rungErrorsOf([...sure, ...mixed], CODERS)
  // d = 1/10: p = (2 - √3.4) / 3.
  expect(errors.high).toMatchObject({ kind: 'measured', pairs: 10, disagreement: 0.1 })
  expect(errors.high).toMatchObject({ p: expect.closeTo(0.052030369847, 9) })
  expect(errors.low).toEqual({ kind: 'too-few', pairs: 0 })
})

test('a draw does not depend on the order of the population, and one more incident moves no other’s place', () => {
  const incidents = Array.from({ length: 200 }, (_, number) => ({
    dyadId: 'AZE-RUS',
    id: `AZE-RUS-${number}`,
    revision: 1,
  }))
  const drawn = drawnOf(incidents, 42, 20)
  expect(drawn).toHaveLength(20)
  expect(drawnOf([...incidents].reverse(), 42, 20)).toEqual(drawn)
  const without = incidents.filter((incident) => incident !== drawn[3])
  expect(drawnOf(without, 42, 19)).toEqual(drawn.filter((incident) => incident !== drawn[3]))
  expect(drawnOf(incidents, 43, 20)).not.toEqual(drawn)
})

test('each incident is as likely to be drawn as any other', () => {
  const incidents = Array.from({ length: 20 }, (_, number) => ({
    dyadId: 'AZE-RUS',
    id: `AZE-RUS-${number}`,
    revision: 1,
  }))
  const times = new Map(incidents.map(({ id }) => [id, 0]))
  for (let seed = 0; seed < 4000; seed++) {
    for (const { id } of drawnOf(incidents, seed, 5)) times.set(id, (times.get(id) ?? 0) + 1)
  }
  // 4,000 draws of 5 from 20: 1,000 each, with a standard deviation of 27.
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(140)
})
