import fc from 'fast-check'
import {
  FORECAST_MODELS,
  type ForecastModel,
  forecastBasis,
  forecastsOf,
  interval80Of,
  type OutlookRecord,
  rollingEvaluation,
} from '@/lib/core/outlook'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { expectClose } from './golden'
import { burstsOf, MONDAY, mondays, movedBy, outlookArb, recordOfWeeks, termOn } from './outlook-case'

const few = { members: 10 }

function evaluationOf(model: ForecastModel, record: OutlookRecord, options = {}) {
  const found = rollingEvaluation(record, options).find((evaluation) => evaluation.model === model)
  if (!found) throw new Error(`no evaluation of ${model}`)
  return found
}

const countsOf = (model: ForecastModel, record: OutlookRecord, options = {}) =>
  evaluationOf(model, record, options).horizons.map(({ n }) => n)

/** E|X − y| − E|X − X'| / 2, over all pairs of members. */
function crpsByPairs(ensemble: Float64Array, observed: number): number {
  const distances = ensemble.reduce((sum, member) => sum + Math.abs(member - observed), 0)
  const pairs = ensemble.reduce((sum, one) => sum + ensemble.reduce((of, other) => of + Math.abs(one - other), 0), 0)
  return distances / ensemble.length - pairs / 2 / ensemble.length ** 2
}

test('an evaluation is that of forecasts made anew from each week with nothing of what followed', () => {
  const record = burstsOf(8, 40)
  const { closes } = forecastBasis(record)
  const seen = new Map<string, { scores: number[]; held: boolean[] }>()
  for (let origin = 27; origin < 39; origin++) {
    const weeks = record.weeks.slice(0, origin + 1)
    const terms = record.terms.filter(({ startDay }) => startDay <= weeks[origin] + 6)
    for (const forecast of forecastsOf({ ...record, terms, weeks }, few)) {
      for (const { weeksAhead, ensemble } of forecast.weeks) {
        if (origin + weeksAhead > 39) continue
        const observed = closes[origin + weeksAhead]
        const key = `${forecast.model} ${weeksAhead}`
        const { scores, held } = seen.get(key) ?? { scores: [], held: [] }
        const interval = interval80Of(ensemble)
        seen.set(key, {
          scores: [...scores, crpsByPairs(ensemble, observed)],
          held: interval ? [...held, observed >= interval.low && observed <= interval.high] : held,
        })
      }
    }
  }
  const evaluations = rollingEvaluation(record, { ...few, origins: 12 })
  expect(evaluations.map(({ model }) => model)).toEqual(FORECAST_MODELS)
  for (const { model, horizons } of evaluations) {
    for (const { weeksAhead, n, crps, coverage80 } of horizons) {
      const { scores, held } = seen.get(`${model} ${weeksAhead}`) ?? { scores: [], held: [] }
      expect(n).toBe(13 - weeksAhead)
      expect(scores).toHaveLength(n)
      expectClose(crps ?? Number.NaN, scores.reduce((sum, score) => sum + score, 0) / n)
      expect(coverage80).toBe(model === 'decayOnly' ? null : held.filter(Boolean).length / n)
    }
  }
})

test('weeks ahead that are not over are not evaluated, and early origins only by models that have enough', () => {
  const record = recordOfWeeks([termOn(0, 4)], 20)
  expect(countsOf('decayOnly', record)).toEqual([19, 18, 17, 16])
  expect(countsOf('resampledInflow', record)).toEqual([12, 11, 10, 9])
  expect(countsOf('persistence', record)).toEqual([8, 7, 6, 5])
  expect(countsOf('hawkes', record)).toEqual([0, 0, 0, 0])
})

test('at most the 104 latest origins are evaluated, or as many as are asked for', () => {
  const record = recordOfWeeks([], 160)
  expect(countsOf('decayOnly', record)).toEqual([104, 103, 102, 101])
  expect(countsOf('decayOnly', record, { origins: 3 })).toEqual([3, 2, 1, 0])
})

test('a horizon without forecasts has neither score nor coverage', () => {
  expect(evaluationOf('decayOnly', recordOfWeeks([], 9), { origins: 3 }).horizons[3]).toEqual({
    weeksAhead: 4,
    n: 0,
    crps: null,
    coverage80: null,
  })
  for (const { horizons, comparison, beatsPersistence } of rollingEvaluation(recordOfWeeks([], 0))) {
    expect(horizons.map(({ n }) => n)).toEqual([0, 0, 0, 0])
    expect([comparison, beatsPersistence]).toEqual([null, null])
  }
})

test('decay alone has no error where nothing happens, beats persistence, and has no interval', () => {
  const record = recordOfWeeks([termOn(0, 64, { halfLifeDays: 60 })], 40)
  const { horizons, comparison, beatsPersistence } = evaluationOf('decayOnly', record)
  expect(horizons.map(({ crps, coverage80 }) => [crps, coverage80])).toEqual(new Array(4).fill([0, null]))
  expect(comparison?.crps).toBe(0)
  expect(comparison?.persistence).toBeGreaterThan(0.1)
  expect(beatsPersistence).toBe(true)
})

test('where nothing moves no model beats persistence', () => {
  const evaluations = rollingEvaluation(recordOfWeeks([termOn(0, 32)], 40))
  for (const { model, beatsPersistence } of evaluations)
    expect(beatsPersistence).toBe(model === 'persistence' || model === 'hawkes' ? null : false)
})

test('a model is compared over the weeks for which persistence has a forecast too', () => {
  const record = burstsOf(3, 30)
  const { horizons, comparison } = evaluationOf('decayOnly', record, few)
  const persistence = evaluationOf('persistence', record, few)
  expect(horizons.map(({ n }) => n)).toEqual([29, 28, 27, 26])
  expect(comparison?.n).toBe(persistence.horizons.reduce((sum, { n }) => sum + n, 0))
  const total = persistence.horizons.reduce((sum, { n, crps }) => sum + n * (crps ?? 0), 0)
  expectClose(comparison?.persistence ?? Number.NaN, total / (comparison?.n ?? 0))
  expect([persistence.comparison, persistence.beatsPersistence]).toEqual([null, null])
})

test('where incidents come in bursts, resampled inflow and Hawkes cover about 80 % and beat decay alone', () => {
  const evaluations = rollingEvaluation(burstsOf(5, 120), { members: 60, origins: 60 })
  const [, decayOnly, ...others] = evaluations
  for (const { horizons, comparison } of others) {
    // Later horizons overlap, so that 60 origins say less of them.
    expect(Math.abs((horizons[0].coverage80 ?? 0) - 0.8)).toBeLessThan(0.15)
    expect(comparison?.crps).toBeLessThan(decayOnly.comparison?.crps ?? 0)
  }
})

test('incidents after the last week change no evaluation', () => {
  fc.assert(
    fc.property(outlookArb(24), (record) => {
      const past = record.terms.filter(({ startDay }) => startDay < MONDAY + 7 * 24)
      expect(rollingEvaluation(record, few)).toEqual(rollingEvaluation({ ...record, terms: past }, few))
    }),
    { numRuns: 30 },
  )
})

test('moving all dates by whole weeks changes no evaluation', () => {
  fc.assert(
    fc.property(outlookArb(24), fc.integer({ min: -900, max: 900 }), (record, shift) => {
      expect(rollingEvaluation(movedBy(record, shift), few)).toEqual(rollingEvaluation(record, few))
    }),
    { numRuns: 30 },
  )
})

test('a week that is not covered is not forecast against', () => {
  const weeks = mondays(20).filter((_, index) => index !== 18)
  const record = { terms: [termOn(0, 4)], weeks, params: DEFAULT_PARAMETERS }
  expect(countsOf('decayOnly', record)).toEqual([17, 17, 16, 15])
})

test('no origins and ensembles of one are refused', () => {
  for (const origins of [0, 1.5]) expect(() => rollingEvaluation(recordOfWeeks([], 9), { origins })).toThrow(RangeError)
  expect(() => rollingEvaluation(recordOfWeeks([], 9), { members: 1 })).toThrow(RangeError)
})
