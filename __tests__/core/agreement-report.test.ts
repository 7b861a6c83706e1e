import fc from 'fast-check'
import { agreementOf, type CodingMatrix, finished } from '@/lib/core/reliability'
import { type CodedUnit, figuresOf, type GivenCoding, groupsOf, matrixOf, rungErrorsOf } from '@/lib/samples/agreement'
import { confusionsOf, pairConfusionOf } from '@/lib/samples/confusions'
import { dateAgreement } from '@/lib/samples/date-agreement'

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
    const [fast, general] = [finished(dateAgreement(days)), agreementOf(days, 'interval')]
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

test('the rung error of a confidence comes from the codings of a unit that stated it', () => {
  const sure = Array.from({ length: 10 }, (_, index) => unit([given('a', 1), given('b', index === 0 ? 2 : 1)]))
  const mixed = Array.from({ length: 10 }, () => unit([given('a', 1), given('b', 3, { confidence: 'low' })]))
  const errors = finished(rungErrorsOf([...sure, ...mixed], CODERS))
  // d = 1/10: p = (2 - √3.4) / 3.
  expect(errors.high).toMatchObject({ kind: 'measured', units: 10, differing: 1 })
  expect(errors.high).toMatchObject({ p: expect.closeTo(0.052030369847, 9) })
  expect(errors.low).toEqual({ kind: 'too-few', units: 0 })
})

test('a category is compared with all others over all units, not within the units that the record gave it', () => {
  const kinds = ['diplomatic', 'media'] as const
  const agreeing = Array.from({ length: 18 }, (_, index) => {
    const category = kinds[index % 2]
    return unit([given('a', 1, { category }), given('b', 1, { category })], { category })
  })
  const odd = unit([given('a', 1), given('b', 1, { category: 'media' })], { category: 'diplomatic' })
  const [diplomatic] = groupsOf('category', [...agreeing, odd, odd], CODERS)
  expect(diplomatic.units).toHaveLength(11)
  const { category } = finished(figuresOf(diplomatic))
  // 40 codings, 20 of them diplomatic: alpha = 1 − 39 · 4 / (2 · 20 · 20); AC1 = (9/10 − 1/2) / (1/2).
  expect(category).toMatchObject({
    ...{ kind: 'measured', units: 20, alpha: { value: expect.closeTo(0.805, 12) } },
    gwet: { name: 'AC1', value: expect.closeTo(0.8, 12) },
  })
})

test('days are told apart by their median and largest distance', () => {
  const days = Array.from({ length: 11 }, (_, index) => [20000 + index, 20000 + index + [0, 1, 14][index % 3]])
  // Distances 0 ×4, 1 ×4, 14 ×3.
  expect(finished(dateAgreement(days))).toMatchObject({ apart: { median: 1, largest: 14 } })
})

test('two coders are compared the way round that was asked, over the units that both coded', () => {
  const units = [unit([given('a', 4), given('b', -2), given('c', 5)]), unit([given('a', 4)]), unit([given('b', 4)])]
  expect(pairConfusionOf(units, CODERS, ['a', 'b'])?.rungs).toEqual({
    codes: [-2, 4],
    counts: [
      [0, 0],
      [1, 0],
    ],
  })
  expect(pairConfusionOf(units, CODERS, ['b', 'a'])?.rungs.counts).toEqual([
    [0, 1],
    [0, 0],
  ])
  expect(pairConfusionOf(units, CODERS, ['a', 'a'])).toBeUndefined()
  expect(pairConfusionOf(units, CODERS, ['a', 'z'])).toBeUndefined()
})
