import fc from 'fast-check'
import {
  agreementOf,
  type CodingMatrix,
  leaningsOf,
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

test('the rung error is measured from ten units on, however many pairs of coders there are', () => {
  const units = Array.from({ length: 10 }, (_, unit) => [2, unit < 3 ? 3 : 2, null])
  // d = 3/10; smoothed (3 + 1/2) / 11.
  expect(measuredRungError(units)).toMatchObject({
    ...{ kind: 'measured', units: 10, differing: 3, disagreement: expect.closeTo(0.3, 12) },
    p: expect.closeTo(0.172253434194, 9),
    smoothed: expect.closeTo((2 - Math.sqrt(4 - (6 * 3.5) / 11)) / 3, 12),
  })
  const crowded = Array.from({ length: 9 }, () => [1, 2, 3, 4, 5, 1])
  expect(measuredRungError([...crowded, [1, null, null, null, null, null]])).toEqual({ kind: 'too-few', units: 9 })
})

test('a unit counts once for the rung error: its pairs are averaged, not added up', () => {
  // One unit of six coders of whom one differs (5 of 15 pairs), nine of two coders who agree.
  const units = [[1, 1, 1, 1, 1, 2], ...Array.from({ length: 9 }, () => [1, 1, null, null, null, null])]
  expect(measuredRungError(units)).toMatchObject({ differing: 1, disagreement: expect.closeTo(1 / 30, 12) })
})

test('coders who never differed may yet err, and those who always did may yet agree', () => {
  const same = measuredRungError(Array.from({ length: 20 }, () => [1, 1]))
  // 1 − 0.025^(1/20) = 0.1684…
  expect(same).toMatchObject({ p: 0, low: 0, high: expect.closeTo(rungErrorOf(1 - 0.025 ** 0.05), 12) })
  expect(same).toMatchObject({ smoothed: expect.closeTo(rungErrorOf(0.5 / 21), 12) })
  const never = measuredRungError(Array.from({ length: 10 }, () => [1, 2]))
  expect(never).toMatchObject({ p: 2 / 3, high: 2 / 3, low: expect.closeTo(rungErrorOf(0.025 ** 0.1), 12) })
})

test('the interval of the rung error holds it, and narrows with more units', () => {
  const some = (count: number) => Array.from({ length: count }, (_, unit) => [2, unit % 5 === 0 ? 3 : 2])
  const [few, many] = [some(20), some(200)].map(measuredRungError)
  if (few.kind !== 'measured' || many.kind !== 'measured') throw new Error('expected figures')
  for (const { low, p, high } of [few, many]) expect(low < p && p < high).toBe(true)
  expect(many.high - many.low).toBeLessThan(few.high - few.low)
})

test('Gwet counts the codes that there are, not those that were seen; alpha and percent stay as they are', () => {
  const units = varied(10)
  const [seen, scaled] = [agreementOf(units, 'nominal'), agreementOf(units, 'nominal', ['a', 'b', 'c', 'd'])]
  expect(scaled).toMatchObject({ gwet: { value: 1 } })
  const mixed = [...units, ['a', 'b', null], ['b', 'a', null]]
  // 5/6 agree; two codes used evenly: chance is (1/2) / (q − 1), of q codes.
  expect(agreementOf(mixed, 'nominal')).toMatchObject({ gwet: { value: expect.closeTo(2 / 3, 12) } })
  expect(agreementOf(mixed, 'nominal', ['a', 'b', 'c', 'd'])).toMatchObject({
    gwet: { value: expect.closeTo(0.8, 12) },
  })
  if (seen.kind !== 'measured' || scaled.kind !== 'measured') throw new Error('expected figures')
  expect([scaled.alpha, scaled.percent]).toEqual([seen.alpha, seen.percent])
})

test('a coder’s leaning is their mean distance to the others in the units that they share', () => {
  const units = Array.from({ length: 10 }, () => [3, 1, 2])
  expect(leaningsOf([...units, [5, null, null]])).toEqual([
    { kind: 'measured', units: 10, mean: 1.5 },
    { kind: 'measured', units: 10, mean: -1.5 },
    { kind: 'measured', units: 10, mean: 0 },
  ])
  expect(leaningsOf([[1, 2]])).toEqual(Array(2).fill({ kind: 'too-few', units: 1 }))
})
