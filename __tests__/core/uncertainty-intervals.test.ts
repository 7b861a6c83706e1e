import fc from 'fast-check'
import { bandOfScore, bandsOf, DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { intervalOf, intervalsOf, peakShare, simulate } from '@/lib/core/uncertainty'
import { DYAD } from './arbitraries'
import { expectClose } from './golden'
import { daysArb, uncertainRecordArb } from './uncertainty-case'

const params = DEFAULT_PARAMETERS

test('quantiles are of type 7, and the mean is the mean', () => {
  const interval = intervalOf(Float64Array.of(10, 1, 3, 2, 4), params)
  expect(interval).toMatchObject({ p50: 3, mean: 4 })
  expectClose(interval?.p05 ?? Number.NaN, 1.2)
  expectClose(interval?.p95 ?? Number.NaN, 8.8)
})

test('shares of bands go by the displayed value at every edge', () => {
  const edges = Float64Array.of(-10, -9.96, -9.94, 9.94, 9.95, 24.94, 24.95, 49.949, 49.95, 74.95, 89.949, 89.95)
  // Cooperative −10 and −9.96; Calm −9.94, 9.94; Strained 9.95, 24.94; Tense 24.95, 49.949; Severe; Crisis two; Rupture.
  expect(intervalOf(edges, params)?.atOrAbove).toEqual({
    '-1': 1,
    '0': 10 / 12,
    '1': 8 / 12,
    '2': 6 / 12,
    '3': 4 / 12,
    '4': 3 / 12,
    '5': 1 / 12,
  })
})

test('the bands are those of the method', () => {
  const bandLimits = { ...params.bandLimits, rupture: 95 }
  expect(intervalOf(Float64Array.of(90, 94, 96), { bandLimits })?.atOrAbove[5]).toBe(1 / 3)
})

test('an interval holds its median, its shares agree with the draws, and the draws are left as they are', () => {
  const drawsArb = fc.array(fc.double({ min: -99, max: 99, noNaN: true }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(drawsArb, (list) => {
      const draws = Float64Array.from(list)
      const interval = intervalOf(draws, params)
      expect([...draws]).toEqual(list)
      if (!interval) throw new Error('no interval')
      const { p05, p50, p95, mean, atOrAbove } = interval
      expect(p05).toBeLessThanOrEqual(p50)
      expect(p50).toBeLessThanOrEqual(p95)
      expect(mean).toBeGreaterThanOrEqual(Math.min(...list) - 1e-9)
      expect(mean).toBeLessThanOrEqual(Math.max(...list) + 1e-9)
      for (const { level } of bandsOf(params)) {
        expect(atOrAbove[level]).toBe(
          list.filter((score) => bandOfScore(score, params).level >= level).length / list.length,
        )
      }
    }),
  )
})

test('the intervals of a simulation are those of its days', () => {
  fc.assert(
    fc.property(uncertainRecordArb(), daysArb, (record, days) => {
      const scores = simulate(record, DYAD, days, params, { mode: 'full', draws: 25 })
      const intervals = intervalsOf(scores, days.length, params)
      expect(intervals).toEqual(
        days.map((_, day) =>
          intervalOf(
            scores.filter((_score, at) => at % days.length === day),
            params,
          ),
        ),
      )
    }),
    { numRuns: 30 },
  )
})

test('without draws or days there are no intervals, and scores that do not fit are refused', () => {
  expect(intervalOf(new Float64Array(0), params)).toBeUndefined()
  expect(intervalsOf(new Float64Array(0), 3, params)).toEqual([])
  expect(intervalsOf(new Float64Array(0), 0, params)).toEqual([])
  expect(() => intervalsOf(new Float64Array(7), 3, params)).toThrow('7 scores are not draws of 3 days')
  expect(() => intervalsOf(new Float64Array(7), 0, params)).toThrow('7 scores are not draws of 0 days')
})

test('the peak is the first of the highest days of a draw', () => {
  const scores = Float64Array.of(1, 5, 5, 2, 3, 4, -3, -2, -1, 7, 0, 0)
  const days = [10, 20, 30]
  expect(peakShare(scores, days, 20, 20)).toBe(1 / 4)
  expect(peakShare(scores, days, 30, 30)).toBe(2 / 4)
  expect(peakShare(scores, days, 10, 29)).toBe(2 / 4)
  expect(peakShare(scores, days, 11, 19)).toBe(0)
  expect(peakShare(new Float64Array(0), days, 10, 30)).toBeUndefined()
  expect(peakShare(new Float64Array(0), [], 10, 30)).toBeUndefined()
  expect(() => peakShare(new Float64Array(4), days, 10, 30)).toThrow('4 scores are not draws of 3 days')
})
