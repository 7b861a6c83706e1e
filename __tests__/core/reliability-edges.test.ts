import {
  cohenKappa,
  confusionTable,
  gwetAC1,
  gwetAC2,
  krippendorffAlpha,
  pairedTable,
  pairsOf,
  percentAgreement,
  scottPi,
} from '@/lib/core/reliability'
import { expectClose } from './golden'
import { defined } from './reliability-case'

test('percent agreement is the share of agreeing pairs, averaged over the units with pairs', () => {
  expect(percentAgreement([[1, 1, 2]])).toBeCloseTo(1 / 3, 12)
  expectClose(
    defined(
      percentAgreement([
        [1, 1, 2],
        [3, 3, null],
        [4, null, null],
        [1, 2, null],
      ]),
    ),
    4 / 9,
  )
})

test('without a unit that two coders coded there is no coefficient', () => {
  const units = [
    [1, null],
    [null, 2],
    [null, null],
  ]
  for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
    expect(krippendorffAlpha(units, metric)).toBeUndefined()
  }
  expect(percentAgreement(units)).toBeUndefined()
  expect(gwetAC1(units)).toBeUndefined()
  expect(gwetAC2(units, 'linear')).toBeUndefined()
  expect(krippendorffAlpha([], 'nominal')).toBeUndefined()
})

test('codes that do not vary have no alpha, kappa or pi, and no AC1 over the codes seen', () => {
  const units = [
    [2, 2],
    [2, 2],
  ]
  for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
    expect(krippendorffAlpha(units, metric)).toBeUndefined()
  }
  expect(gwetAC1(units)).toBeUndefined()
  expect(gwetAC2(units, 'ordinal')).toBeUndefined()
  expect(
    cohenKappa(
      [
        [5, 0],
        [0, 0],
      ],
      'quadratic',
    ),
  ).toBeUndefined()
  expect(scottPi([[5]])).toBeUndefined()
})

test('AC1 over a given scale says that coders agree on a constant', () => {
  expect(
    gwetAC1(
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      ['a', 'b'],
    ),
  ).toBe(1)
})

test('an empty table has no kappa and no pi', () => {
  expect(cohenKappa([], 'unweighted')).toBeUndefined()
  expect(
    cohenKappa(
      [
        [0, 0],
        [0, 0],
      ],
      'unweighted',
    ),
  ).toBeUndefined()
  expect(scottPi([])).toBeUndefined()
})

test('two coders who never agree on two codes have a negative alpha', () => {
  // Two codings of each code: expected 4 · 2 · 2 / (4 · 3) = 2/3 of the pairs, observed all.
  expectClose(
    defined(
      krippendorffAlpha(
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        'nominal',
      ),
    ),
    -0.5,
  )
})

test('a table that is not square, or not of counts, is refused', () => {
  expect(() => cohenKappa([[1, 2]], 'unweighted')).toThrow('a table of two coders is square')
  expect(() => scottPi([[1, 2], [3]])).toThrow('a table of two coders is square')
  for (const count of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() =>
      cohenKappa(
        [
          [1, count],
          [1, 1],
        ],
        'linear',
      ),
    ).toThrow('holds counts')
  }
})

test('numbers must be finite, and on the ratio metric not negative', () => {
  expect(() => krippendorffAlpha([[1, Number.NaN]], 'interval')).toThrow('"NaN" is not a finite number')
  expect(() => krippendorffAlpha([[-1, 1]], 'ratio')).toThrow('the ratio metric needs numbers from 0 up')
  expect(() => gwetAC2([[1, Number.POSITIVE_INFINITY]], 'linear')).toThrow('"Infinity" is not a finite number')
})

test('a code beyond the scale is refused', () => {
  expect(() => gwetAC1([['a', 'c']], ['a', 'b'])).toThrow('"c" is not among the codes a, b')
  expect(() => gwetAC2([[1, 6]], 'ordinal', [1, 2, 3])).toThrow('"6" is not among the codes 1, 2, 3')
  expect(() => confusionTable([['a', 'c']], 0, 1, ['a', 'b'])).toThrow('"c" is not among the codes a, b')
})

test('the pairs of a unit are those of all its coders', () => {
  expect(
    pairsOf([
      ['a', null, 'b', 'c'],
      [null, 'd', null, null],
    ]),
  ).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ])
})

const rungs = [
  [10, 2, null],
  [2, 10, 2],
  [2, 2, 2],
  [null, 2, 10],
]

test('a confusion table sets one coder against another, over the units that both coded', () => {
  expect(confusionTable(rungs, 0, 1)).toEqual({
    codes: [2, 10],
    counts: [
      [1, 1],
      [1, 0],
    ],
  })
  expect(confusionTable(rungs, 1, 0, [10, 3, 2])).toEqual({
    codes: [10, 3, 2],
    counts: [
      [0, 0, 1],
      [0, 0, 0],
      [1, 0, 1],
    ],
  })
  expect(confusionTable(rungs.slice(1), 0, 1)).toEqual({
    codes: [2, 10],
    counts: [
      [1, 1],
      [0, 0],
    ],
  })
  expect(confusionTable(rungs, 0, 7)).toEqual({ codes: [], counts: [] })
})

test('the paired table counts each pair of coders both ways round', () => {
  expect(pairedTable(rungs)).toEqual({
    codes: [2, 10],
    counts: [
      [8, 4],
      [4, 0],
    ],
  })
})
