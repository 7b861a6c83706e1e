import fc from 'fast-check'
import {
  addTerm,
  cellsOn,
  type DailySeries,
  decayOf,
  decayTable,
  emptySeries,
  MOST_EXACT_POINTS,
  pointsOn,
  QUANTUM,
  quantise,
  seriesOf,
  totalOn,
} from '@/lib/core/scoring'
import { incidentArb, makeIncident, parametersArb, recordArb, termsFrom } from './arbitraries'

const rangeArb = fc
  .tuple(fc.integer({ min: -250, max: 900 }), fc.integer({ min: 0, max: 200 }))
  .map(([first, length]): [number, number] => [first, first + length])

const sameBits = (a: DailySeries, b: DailySeries) =>
  Buffer.from(a.cells.buffer).equals(Buffer.from(b.cells.buffer)) && a.firstDay === b.firstDay

test('a series kept up one term at a time, in any order, equals a rebuild to the last bit', () => {
  const shuffled = recordArb().chain((record) =>
    fc.tuple(fc.constant(record), fc.shuffledSubarray(record, { minLength: record.length })),
  )
  fc.assert(
    fc.property(shuffled, rangeArb, parametersArb, ([record, other], [first, last], params) => {
      const kept = emptySeries(first, last)
      for (const term of termsFrom(other, params)) addTerm(kept, term)
      expect(sameBits(kept, seriesOf(termsFrom(record, params), first, last))).toBe(true)
    }),
  )
})

test('adding terms and removing some of them again, in any order, gives back the same bits', () => {
  fc.assert(
    fc.property(
      recordArb(),
      fc.infiniteStream(fc.boolean()),
      rangeArb,
      parametersArb,
      (record, coin, range, params) => {
        const [first, last] = range
        const terms = termsFrom(record, params)
        const leaving = terms.filter(() => coin.next().value)
        const series = seriesOf(terms, first, last)
        for (const term of leaving.reverse()) addTerm(series, term, -1)
        const staying = terms.filter((term) => !leaving.includes(term))
        expect(sameBits(series, seriesOf(staying, first, last))).toBe(true)
        for (const term of staying) addTerm(series, term, -1)
        expect(sameBits(series, emptySeries(first, last))).toBe(true)
      },
    ),
  )
})

test('a day of a series is the exact sum of the points of its terms', () => {
  fc.assert(
    fc.property(recordArb(), rangeArb, (record, [first, last]) => {
      const terms = termsFrom(record)
      const series = seriesOf(terms, first, last)
      for (let day = first; day <= last; day += 13) {
        expect(totalOn(series, day)).toBe(terms.reduce((sum, term) => sum + pointsOn(term, day), 0))
      }
    }),
  )
})

test('a longer series holds a shorter one, so history before its first day counts', () => {
  fc.assert(
    fc.property(recordArb(), rangeArb, fc.nat({ max: 300 }), (record, [first, last], more) => {
      const terms = termsFrom(record)
      const [short, long] = [seriesOf(terms, first, last), seriesOf(terms, first - more, last)]
      expect(cellsOn(long, first)).toEqual(cellsOn(short, first))
      expect(cellsOn(long, last)).toEqual(cellsOn(short, last))
    }),
  )
})

test('a term that starts after the series adds nothing', () => {
  const series = emptySeries(0, 10)
  for (const term of termsFrom([makeIncident({ startDay: 11 })])) addTerm(series, term)
  expect(sameBits(series, emptySeries(0, 10))).toBe(true)
})

test('a series needs whole days in order, and has no day outside', () => {
  for (const [first, last] of [
    [1, 0],
    [0.5, 1],
    [0, Number.NaN],
  ]) {
    expect(() => emptySeries(first, last)).toThrow(RangeError)
  }
  for (const day of [-1, 11]) expect(() => cellsOn(emptySeries(0, 10), day)).toThrow(RangeError)
})

test('changing the cells that were handed out changes no series', () => {
  const series = seriesOf(termsFrom([makeIncident()]), 0, 1)
  cellsOn(series, 0).fill(99)
  expect(totalOn(series, 0)).toBe(2)
})

test('a table of decay holds the very values of the formula, however it grew', () => {
  for (const length of [10, 2000, 600, 5000]) {
    const table = decayTable(37.5, length)
    expect(table.length).toBeGreaterThanOrEqual(length)
    for (let elapsed = 0; elapsed < length; elapsed += 17) expect(table[elapsed]).toBe(decayOf(37.5, elapsed))
  }
})

test('the quantum is 2^-37: sums are exact up to 65,536 points, however a number is rounded to it', () => {
  expect([QUANTUM, MOST_EXACT_POINTS]).toEqual([2 ** -37, 65_536])
  const whole = 65_535 + quantise(1 / 3)
  expect(whole - 65_535).toBe(quantise(1 / 3))
  expect(Object.is(quantise(-1e-20), 0)).toBe(true)
  for (const points of [1 / 3, -1 / 3, 8191.1, -8191.9, 8192.1, -8192.9, 40_000 / 3, 1.5 * QUANTUM, -2.5 * QUANTUM]) {
    expect(Number.isInteger(quantise(points) / QUANTUM)).toBe(true)
    expect(Math.abs(quantise(points) - points)).toBeLessThanOrEqual(QUANTUM / 2)
  }
  fc.assert(
    fc.property(fc.array(incidentArb, { minLength: 400, maxLength: 400 }), (incidents) => {
      const points = termsFrom(incidents).map((term) => pointsOn(term, 600))
      const forwards = points.reduce((sum, part) => sum + part, 0)
      expect(points.reduceRight((sum, part) => sum + part, 0)).toBe(forwards)
    }),
    { numRuns: 20 },
  )
})

test('a thousand fresh incidents on the top rung of one category come and go without a trace', () => {
  const incidents = Array.from({ length: 1000 }, (_, index) =>
    makeIncident({ id: `T-${index}`, rung: 5, startDay: index % 3, persistence: 'long', reliability: 'B' }),
  )
  const terms = termsFrom(incidents)
  const series = seriesOf(terms, 0, 20)
  const [odd, even] = [terms.filter((_, index) => index % 2 === 1), terms.filter((_, index) => index % 2 === 0)]
  for (const term of odd) addTerm(series, term, -1)
  expect(series).toEqual(seriesOf(even.reverse(), 0, 20))
})
