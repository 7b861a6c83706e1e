import fc from 'fast-check'
import {
  agreementOf,
  type CodingMatrix,
  gwetAC1,
  gwetAC2,
  krippendorffAlpha,
  percentAgreement,
} from '@/lib/core/reliability'
import { expectClose } from './golden'
import { longMatrixArb, matrixArb, recoded, shuffledFrom } from './reliability-case'

const METRICS = ['nominal', 'ordinal', 'interval', 'ratio'] as const

/** All coefficients of numbers. */
const coefficientsOf = (units: CodingMatrix<number>) => [
  ...METRICS.map((metric) => krippendorffAlpha(units, metric)),
  percentAgreement(units),
  gwetAC1(units),
  gwetAC2(units, 'ordinal'),
  gwetAC2(units, 'linear'),
  gwetAC2(units, 'quadratic'),
]

function expectSame(actual: number | undefined, expected: number | undefined): void {
  if (actual === undefined || expected === undefined) expect(actual).toBe(expected)
  else expectClose(actual, expected)
}

const NAMES = ['zeta', 'alpha', 'eta', 'beta', 'epsilon']

test('the order of units and coders changes nothing, to the last bit', () => {
  fc.assert(
    fc.property(shuffledFrom(matrixArb), ({ units, shuffled }) => {
      expect(coefficientsOf(shuffled)).toEqual(coefficientsOf(units))
    }),
  )
})

test('the order of units and coders does not even move the intervals', () => {
  fc.assert(
    fc.property(shuffledFrom(longMatrixArb), ({ units, shuffled }) => {
      const agreement = agreementOf(units, 'ordinal')
      fc.pre(agreement.kind === 'measured')
      expect(agreementOf(shuffled, 'ordinal')).toEqual(agreement)
    }),
    { numRuns: 15 },
  )
})

test('other names for the codes change no nominal coefficient', () => {
  fc.assert(
    fc.property(matrixArb, (units) => {
      const named = recoded(units, (code) => NAMES[code - 1])
      expectSame(krippendorffAlpha(named, 'nominal'), krippendorffAlpha(units, 'nominal'))
      expectSame(gwetAC1(named), gwetAC1(units))
      expectSame(percentAgreement(named), percentAgreement(units))
    }),
  )
})

test('coders who agree on codes that vary have 1 everywhere', () => {
  const agreed = fc
    .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 20 })
    .filter((codes) => new Set(codes).size > 1)
    .map((codes) => codes.map((code) => [code, code, code]))
  fc.assert(
    fc.property(agreed, (units) => {
      for (const coefficient of coefficientsOf(units)) expectSame(coefficient, 1)
    }),
  )
})

test('no coefficient is above 1 or not a number', () => {
  fc.assert(
    fc.property(matrixArb, (units) => {
      for (const coefficient of coefficientsOf(units)) {
        if (coefficient !== undefined) expect(coefficient).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
  )
})

test('a unit on which coders disagree keeps alpha below 1', () => {
  fc.assert(
    fc.property(matrixArb, (units) => {
      const coders = units[0].length
      const split = [...units, Array.from({ length: coders }, (_, coder) => (coder === 0 ? 1 : 2))]
      for (const metric of METRICS) expect(krippendorffAlpha(split, metric)).toBeLessThan(1)
    }),
  )
})

test('interval alpha keeps its value when numbers are shifted and stretched', () => {
  fc.assert(
    fc.property(
      matrixArb,
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 1, max: 90 }),
      (units, shift, tenths) => {
        const moved = recoded(units, (code) => shift + (tenths / 10) * code)
        expectSame(krippendorffAlpha(moved, 'interval'), krippendorffAlpha(units, 'interval'))
        expectSame(gwetAC2(moved, 'quadratic'), gwetAC2(units, 'quadratic'))
      },
    ),
  )
})

test('ratio alpha keeps its value when numbers are stretched, not when they are shifted', () => {
  fc.assert(
    fc.property(matrixArb, fc.integer({ min: 1, max: 90 }), (units, tenths) => {
      const stretched = recoded(units, (code) => (tenths / 10) * code)
      expectSame(krippendorffAlpha(stretched, 'ratio'), krippendorffAlpha(units, 'ratio'))
    }),
  )
  const units = [
    [1, 2],
    [3, 3],
    [4, 4],
  ]
  const shifted = recoded(units, (code) => code + 10)
  expect(krippendorffAlpha(shifted, 'ratio')).not.toBeCloseTo(Number(krippendorffAlpha(units, 'ratio')), 3)
})

test('ordinal alpha and AC2 keep their values under any relabelling that keeps the order', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(matrixArb, steps, (units, sizes) => {
      const labels = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, -60))
      const relabelled = recoded(units, (code) => labels[code - 1])
      expect(krippendorffAlpha(relabelled, 'ordinal')).toBe(krippendorffAlpha(units, 'ordinal'))
      expect(gwetAC2(relabelled, 'ordinal')).toBe(gwetAC2(units, 'ordinal'))
    }),
  )
})

test('with two codes all metrics but the ratio agree', () => {
  fc.assert(
    fc.property(matrixArb, (units) => {
      const binary = recoded(units, (code) => Number(code > 2))
      const nominal = krippendorffAlpha(binary, 'nominal')
      expectSame(krippendorffAlpha(binary, 'ordinal'), nominal)
      expectSame(krippendorffAlpha(binary, 'interval'), nominal)
      expectSame(gwetAC2(binary, 'quadratic'), gwetAC1(binary))
    }),
  )
})

test('a unit that one coder alone coded changes neither alpha nor percent agreement', () => {
  fc.assert(
    fc.property(matrixArb, fc.integer({ min: 1, max: 9 }), (units, code) => {
      const more = [[code, ...units[0].slice(1).map(() => null)], ...units]
      for (const metric of METRICS) {
        expect(krippendorffAlpha(more, metric)).toBe(krippendorffAlpha(units, metric))
      }
      expect(percentAgreement(more)).toBe(percentAgreement(units))
    }),
  )
})
