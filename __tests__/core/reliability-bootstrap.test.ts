import fc from 'fast-check'
import {
  alphaOf,
  type BootstrapInterval,
  bootstrapInterval,
  type CodingMatrix,
  percentOf,
  type Tally,
} from '@/lib/core/reliability'
import golden from '../golden/reference-stats.json'
import { expectMatches } from './golden'
import { matrixArb, unitsOf } from './reliability-case'

const C = unitsOf<number>(golden.agreement.KRIPP_C.data)
const ordinalAlpha = (tally: Tally) => alphaOf(tally, 'ordinal')
const nominalAlpha = (tally: Tally) => alphaOf(tally, 'nominal')

// The intervals of C and of the rare code come from a second, plain program that resamples lists of codes.
test('the interval of ordinal alpha is that of a plain resampling', () => {
  expectMatches(bootstrapInterval(C, ordinalAlpha), {
    low: 0.46024592774815215,
    high: 1,
    draws: 1000,
    leftOut: 0,
  })
})

test('draws, seed and level can be chosen', () => {
  expectMatches(bootstrapInterval(C, ordinalAlpha, { draws: 200, seed: 1, level: 0.9 }), {
    low: 0.5322892647049635,
    high: 0.9827427387611899,
    draws: 200,
    leftOut: 0,
  })
})

test('draws without variation are left out and counted', () => {
  const rare: CodingMatrix<string> = [...Array.from({ length: 9 }, () => ['a', 'a']), ['a', 'b']]
  expectMatches(bootstrapInterval(rare, nominalAlpha), {
    low: -0.11764705882352944,
    high: 0,
    draws: 636,
    leftOut: 364,
  })
})

test('when no draw gives a value there is no interval', () => {
  expect(
    bootstrapInterval(
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      nominalAlpha,
    ),
  ).toBeUndefined()
  expect(bootstrapInterval([], percentOf)).toBeUndefined()
})

test('an interval is repeatable, and another seed gives another one', () => {
  fc.assert(
    fc.property(matrixArb, fc.nat(), (units, seed) => {
      const options = { draws: 50, seed }
      expect(bootstrapInterval(units, ordinalAlpha, options)).toEqual(bootstrapInterval(units, ordinalAlpha, options))
    }),
  )
  const lowOf = (seed: number) => bootstrapInterval(C, ordinalAlpha, { draws: 50, seed })?.low
  expect(lowOf(1)).not.toBe(lowOf(2))
})

test('every draw has as many units as the matrix, pairable for pairable', () => {
  const seen: [number, number][] = []
  bootstrapInterval(
    C,
    ({ times, pairable }) => {
      const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0)
      seen.push([sum(times.subarray(0, pairable)), sum(times.subarray(pairable))])
      return 0
    },
    { draws: 3 },
  )
  expect(seen).toEqual([
    [11, 1],
    [11, 1],
    [11, 1],
  ])
})

test('units that one coder alone coded do not move the interval of alpha', () => {
  fc.assert(
    fc.property(matrixArb, (units) => {
      const single = [1, ...units[0].slice(1).map(() => null)]
      const options = { draws: 50 }
      expect(bootstrapInterval([single, ...units, single], ordinalAlpha, options)).toEqual(
        bootstrapInterval(units, ordinalAlpha, options),
      )
    }),
  )
})

test('a wider level never gives a narrower interval', () => {
  fc.assert(
    fc.property(matrixArb, (units) => {
      const at = (level: number): BootstrapInterval | undefined =>
        bootstrapInterval(units, percentOf, { draws: 80, level })
      const [narrow, wide] = [at(0.5), at(0.95)]
      if (!narrow || !wide) expect(wide).toBe(narrow)
      else
        expect([wide.low <= narrow.low, narrow.low <= narrow.high, narrow.high <= wide.high]).toEqual([
          true,
          true,
          true,
        ])
    }),
  )
})

test('no draws, part of a draw and a level beyond 0 to 1 are refused', () => {
  for (const draws of [0, -1, 1.5, Number.NaN])
    expect(() => bootstrapInterval(C, percentOf, { draws })).toThrow(RangeError)
  for (const level of [0, 1, 95]) expect(() => bootstrapInterval(C, percentOf, { level })).toThrow(RangeError)
})

test('a thousand draws of two hundred units and three coders take less than a second', () => {
  const units = Array.from({ length: 200 }, (_, unit) => [0, 1, 2].map((coder) => (unit * 7 + coder * (unit % 3)) % 11))
  const began = performance.now()
  expect(bootstrapInterval(units, ordinalAlpha)?.draws).toBe(1000)
  expect(performance.now() - began).toBeLessThan(1000)
})
