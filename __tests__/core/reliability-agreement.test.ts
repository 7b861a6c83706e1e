import fc from 'fast-check'
import {
  agreementOf,
  type CodingMatrix,
  measuredRungError,
  reliabilityWords,
  rungErrorOf,
} from '@/lib/core/reliability'
import golden from '../golden/reference-stats.json'
import { expectClose, expectMatches } from './golden'
import { longMatrixArb, unitsOf } from './reliability-case'

const C = unitsOf<number>(golden.agreement.KRIPP_C.data)

// The intervals come from a second, plain program that resamples lists of codes.
test('names are measured by nominal alpha, percent agreement and AC1', () => {
  expectMatches(agreementOf(C, 'nominal'), {
    kind: 'measured',
    units: 11,
    coders: 4,
    alpha: { value: 0.743421052632, low: 0.39602663707, high: 1, draws: 1000, leftOut: 0 },
    percent: { value: 0.818181818182, low: 0.590909090909, high: 1 },
    gwet: { value: 0.775444068127, low: 0.498232329519, high: 1, name: 'AC1' },
  })
})

test('ranks are measured by ordinal alpha and AC2 with ordinal weights', () => {
  expectMatches(agreementOf(C, 'ordinal'), {
    kind: 'measured',
    alpha: { value: 0.815387503755, low: 0.460245927748, high: 1 },
    gwet: { value: 0.898939769908, low: 0.748840993134, high: 1, name: 'AC2' },
  })
})

test('numbers are measured by interval alpha and AC2 with quadratic weights', () => {
  expectMatches(agreementOf(C, 'interval'), {
    kind: 'measured',
    alpha: { value: 0.849107142857, low: 0.430825202419, high: 1 },
    gwet: { value: 0.914000723552, low: 0.775903534412, high: 1, name: 'AC2' },
  })
})

const varied = (units: number): CodingMatrix<string> =>
  Array.from({ length: units }, (_, unit) => (unit % 2 === 0 ? ['a', 'a', null] : ['b', 'b', null]))

test('nine doubly coded units are too few, ten are enough, and single-coded ones do not help', () => {
  const single = Array.from({ length: 20 }, () => [null, null, 'a'])
  expect(agreementOf([...varied(9), ...single], 'nominal')).toEqual({ kind: 'too-few', units: 9 })
  expect(agreementOf([...varied(10), ...single], 'nominal')).toMatchObject({ kind: 'measured', units: 10, coders: 2 })
  expect(agreementOf([], 'nominal')).toEqual({ kind: 'too-few', units: 0 })
})

test('codes that do not vary are no variation, also when a unit of one coder differs', () => {
  const same = Array.from({ length: 12 }, () => [3, 3])
  for (const kind of ['nominal', 'ordinal', 'interval'] as const) {
    expect(agreementOf(same, kind)).toEqual({ kind: 'no-variation', units: 12 })
    expect(agreementOf([...same, [null, 4]], kind)).toEqual({ kind: 'no-variation', units: 12 })
  }
})

test('full agreement that varies is 1 and comes with its interval and its number of units', () => {
  expect(agreementOf(varied(10), 'nominal')).toMatchObject({
    kind: 'measured',
    alpha: { value: 1, low: 1, high: 1 },
    percent: { value: 1, low: 1, high: 1 },
    gwet: { value: 1, low: 1, high: 1, name: 'AC1' },
  })
})

test('the draws that alpha could not use are counted', () => {
  const rare = [...Array.from({ length: 9 }, () => ['a', 'a']), ['a', 'b']]
  expect(agreementOf(rare, 'nominal')).toMatchObject({
    alpha: { value: 0, draws: 636, leftOut: 364 },
    percent: { value: 0.9, draws: 1000, leftOut: 0 },
  })
})

test('what is measured is always a number', () => {
  fc.assert(
    fc.property(
      longMatrixArb,
      fc.constantFrom('nominal' as const, 'ordinal' as const, 'interval' as const),
      (units, kind) => {
        const agreement = agreementOf(units, kind)
        fc.pre(agreement.kind === 'measured')
        for (const { value, low, high } of [agreement.alpha, agreement.percent, agreement.gwet]) {
          expect([value, low, high].every(Number.isFinite)).toBe(true)
          expect(low).toBeLessThanOrEqual(high)
        }
      },
    ),
    { numRuns: 20 },
  )
})

test('alpha reads as reliable from .800, tentative from .667, and below as not to be relied on', () => {
  const levels = (alphas: number[]) => alphas.map((alpha) => reliabilityWords(alpha).level)
  expect(levels([1, 0.8, 0.7996])).toEqual(['reliable', 'reliable', 'reliable'])
  expect(levels([0.7994, 0.7, 0.667, 2 / 3])).toEqual(['tentative', 'tentative', 'tentative', 'tentative'])
  expect(levels([0.6664, 0.5, 0, -0.4])).toEqual(['unreliable', 'unreliable', 'unreliable', 'unreliable'])
  expect(reliabilityWords(0.3).label).toBe('Not to be relied on')
})

test('an alpha that is no number has no words', () => {
  expect(() => reliabilityWords(Number.NaN)).toThrow(RangeError)
})

test('the rung error gives back the disagreement it was found from', () => {
  expect(rungErrorOf(0)).toBe(0)
  expectClose(rungErrorOf(0.34), 0.2)
  expectClose(rungErrorOf(0.09625), 0.05)
  expectClose(rungErrorOf(0.56), 0.4)
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2 / 3, noNaN: true }), (p) => {
      expectClose(rungErrorOf(2 * p - 1.5 * p * p), p, 1e-7)
    }),
  )
})

test('the rung error stays at two thirds where errors by one rung cannot explain more', () => {
  expect([2 / 3, 0.67, 1].map(rungErrorOf)).toEqual([2 / 3, 2 / 3, 2 / 3])
})

test('a disagreement that is no share is refused', () => {
  for (const share of [-0.1, 1.1, Number.NaN]) expect(() => rungErrorOf(share)).toThrow(RangeError)
})

test('the rung error is measured from ten pairs on', () => {
  const pairs = Array.from({ length: 10 }, (_, index): [number, number] => [2, index < 3 ? 3 : 2])
  expectMatches(measuredRungError(pairs), {
    kind: 'measured',
    pairs: 10,
    disagreement: 0.3,
    p: 0.172253434194,
  })
  expect(measuredRungError(pairs.slice(1))).toEqual({ kind: 'too-few', pairs: 9 })
})
