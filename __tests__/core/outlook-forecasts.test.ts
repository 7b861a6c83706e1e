import fc from 'fast-check'
import { dayOf, weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { forecastBasis, forecastsOf } from '@/lib/core/outlook'
import { DEFAULT_PARAMETERS, scoreOf, seriesOf, totalOn } from '@/lib/core/scoring'
import golden from '../golden/reference-scores.json'
import { caseTerms, expectClose } from './golden'
import {
  burstsOf,
  ensemblesOf,
  MONDAY,
  modelsOf,
  mondays,
  movedBy,
  outlookArb,
  recordOfWeeks,
  termOn,
} from './outlook-case'

const params = DEFAULT_PARAMETERS
const few = { members: 20 }
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('closes of the case are the golden ones', () => {
  const whole = golden.weekly.slice(1)
  const weeks = whole.map(({ start }) => weekStartOf(dayOf(start)))
  const terms = caseTerms().toSorted((a, b) => a.startDay - b.startDay)
  const { closes } = forecastBasis({ terms, weeks, params })
  for (const [index, { close }] of whole.entries()) expectClose(closes[index], close)
})

test('closes equal those of the stored series to the last bit', () => {
  fc.assert(
    fc.property(outlookArb(), (record) => {
      const { closes } = forecastBasis(record)
      const series = seriesOf(record.terms, MONDAY, MONDAY + 7 * 40)
      for (const [index, week] of record.weeks.entries()) {
        expect(closes[index]).toBe(scoreOf(totalOn(series, weekEndOf(week)), params))
      }
    }),
  )
})

test('four weeks are forecast, each with its Monday and members in ascending order', () => {
  const forecasts = forecastsOf(burstsOf(6, 60))
  expect(modelsOf(forecasts)).toEqual(['persistence', 'decayOnly', 'resampledInflow', 'hawkes'])
  for (const { model, weeks } of forecasts) {
    expect(weeks.map(({ weeksAhead, weekStart }) => [weeksAhead, weekStart])).toEqual(
      [1, 2, 3, 4].map((ahead) => [ahead, MONDAY + 7 * (59 + ahead)]),
    )
    for (const { ensemble } of weeks) {
      if (model === 'resampledInflow' || model === 'hawkes') expect(ensemble).toHaveLength(200)
      expect(ensemble).toEqual(ensemble.toSorted())
      expect(ensemble.every((score) => Math.abs(score) <= 100)).toBe(true)
    }
  }
})

test('decay alone is what comes when nothing happens, to the last bit', () => {
  fc.assert(
    fc.property(outlookArb(20), (record) => {
      const lastDay = weekEndOf(record.weeks[19])
      const past = record.terms.filter(({ startDay }) => startDay <= lastDay)
      const { closes } = forecastBasis({ ...record, terms: past, weeks: mondays(24) })
      expect(ensemblesOf(forecastsOf(record, few), 'decayOnly')).toEqual(
        Array.from(closes.slice(20), (close) => [close]),
      )
    }),
  )
})

test('persistence adds to the close every past change over as many weeks', () => {
  // Closes: three weeks 0, three weeks 50, then 75.
  const record = recordOfWeeks([termOn(21, 32), termOn(42, 32)], 12)
  const [one, two, , four] = ensemblesOf(forecastsOf(record), 'persistence')
  expect(one).toEqual([...new Array(9).fill(75), 100, 100])
  expect(two).toEqual([...new Array(6).fill(75), 100, 100, 100, 100])
  expect(four).toEqual([75, 75, 100, 100, 100, 100, 100, 100])
})

test('persistence stays within the scale below, too', () => {
  const record = recordOfWeeks([termOn(0, 64), termOn(21, -128)], 12)
  expect(ensemblesOf(forecastsOf(record), 'persistence')[0]).toEqual([-100, ...new Array(10).fill(-75)])
})

test('where each week is like the last, resampled inflow is the future itself', () => {
  const weekly = (weeks: number) =>
    Array.from({ length: weeks }, (_, week) => [
      termOn(7 * week + 1, 2, { halfLifeDays: 14 }),
      termOn(7 * week + 3, 3, { halfLifeDays: 60, fadeDay: MONDAY + 7 * week + 13 }),
      termOn(7 * week + 6, -1, { halfLifeDays: 14, direction: 'both' }),
    ]).flat()
  const { closes } = forecastBasis(recordOfWeeks(weekly(16), 16))
  const ensembles = ensemblesOf(forecastsOf(recordOfWeeks(weekly(12), 12), few), 'resampledInflow')
  for (const [ahead, members] of ensembles.entries()) {
    for (const member of members) expectClose(member, closes[12 + ahead])
  }
})

test('resampled inflow draws every past week about as often', () => {
  // Week i brings 2^i / 64 points that never fade, so that the points of a member name the week it drew.
  const terms = Array.from({ length: 8 }, (_, week) => termOn(7 * week, 2 ** week / 64))
  const scores = ensemblesOf(forecastsOf(recordOfWeeks(terms, 8), { members: 4000 }), 'resampledInflow')[0]
  const counts = terms.map(({ points }) => {
    const score = scoreOf(255 / 64 + points, params)
    return scores.filter((member) => Math.abs(member - score) < 1e-9).length
  })
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4000)
  for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(100)
})

test('Hawkes brings as many incidents as come by its rate, each with the points of a past one', () => {
  // One incident of 0.001 points every other day, 250 of them, that never fade.
  const terms = Array.from({ length: 250 }, (_, index) => termOn(2 * index, 0.001))
  const record = recordOfWeeks(terms, 72)
  const { closes } = forecastBasis(record)
  const ensembles = ensemblesOf(forecastsOf(record), 'hawkes')
  for (const [ahead, members] of ensembles.entries()) {
    const perIncident = scoreOf(0.251, params) - scoreOf(0.25, params)
    const came = members.map((member) => (member - closes[71]) / perIncident)
    for (const count of came) expect(Math.abs(count - Math.round(count))).toBeLessThan(0.02)
    expect(Math.abs(meanOf(came) / (3.5 * (ahead + 1)) - 1)).toBeLessThan(0.1)
  }
})

test('right after a burst Hawkes expects more than in a lull', () => {
  // Every fifth week ends with ten incidents in three days.
  const terms = Array.from({ length: 30 }, (_, burst) =>
    Array.from({ length: 10 }, (_, index) => termOn(35 * burst + 4 + Math.floor(index / 4), 0.001)),
  ).flat()
  const riseFrom = (weeks: number) => {
    const forecasts = forecastsOf(recordOfWeeks(terms, weeks))
    return meanOf(ensemblesOf(forecasts, 'hawkes')[0]) - ensemblesOf(forecasts, 'decayOnly')[0][0]
  }
  expect(riseFrom(146)).toBeGreaterThan(1.5 * riseFrom(150))
})

test('an incident of a Hawkes forecast holds and fades like the one it was drawn from', () => {
  // All fade at once after a hold of three days, so the points of a Sunday are those of its last four days.
  const terms = Array.from({ length: 500 }, (_, index) =>
    termOn(index, 1, { fadeDay: MONDAY + index + 3, halfLifeDays: 0.02 }),
  )
  const ensembles = ensemblesOf(forecastsOf(recordOfWeeks(terms, 72)), 'hawkes')
  // A rate of one a day gives four points, before the transform that is concave.
  for (const members of ensembles.slice(1)) {
    const points = members.map((score) => -32 * Math.log2(1 - score / 100))
    expect(Math.abs(meanOf(points) - 4)).toBeLessThan(0.6)
  }
})

test('models that have too little to go by are left out', () => {
  const alike = (incidents: number) =>
    Array.from({ length: incidents }, (_, index) => termOn(index % 50, 1)).toSorted((a, b) => a.startDay - b.startDay)
  expect(modelsOf(forecastsOf(recordOfWeeks([], 0)))).toEqual([])
  expect(modelsOf(forecastsOf(recordOfWeeks([], 7)))).toEqual(['decayOnly'])
  expect(modelsOf(forecastsOf(recordOfWeeks([], 8)))).toEqual(['decayOnly', 'resampledInflow'])
  expect(modelsOf(forecastsOf(recordOfWeeks([], 11)))).toEqual(['decayOnly', 'resampledInflow'])
  expect(modelsOf(forecastsOf(recordOfWeeks(alike(199), 12)))).toEqual(['persistence', 'decayOnly', 'resampledInflow'])
  expect(modelsOf(forecastsOf(recordOfWeeks(alike(200), 12)))).toContain('hawkes')
})

test('incidents after the last Sunday change no forecast', () => {
  fc.assert(
    fc.property(outlookArb(20), (record) => {
      const past = record.terms.filter(({ startDay }) => startDay <= weekEndOf(record.weeks[19]))
      expect(forecastsOf(record, few)).toEqual(forecastsOf({ ...record, terms: past }, few))
    }),
  )
  const record = burstsOf(8, 40)
  const past = record.terms.filter(({ startDay }) => startDay <= weekEndOf(MONDAY + 7 * 29))
  const weeks = mondays(30)
  expect(modelsOf(forecastsOf({ ...record, weeks }, few))).toContain('hawkes')
  expect(forecastsOf({ ...record, weeks }, few)).toEqual(forecastsOf({ ...record, weeks, terms: past }, few))
})

test('moving all dates by whole weeks changes no ensemble', () => {
  const ensembles = (record: ReturnType<typeof burstsOf>) =>
    forecastsOf(record, few).map(({ model, weeks }) => [model, weeks.map(({ ensemble }) => ensemble)])
  const moves = fc.integer({ min: -900, max: 900 })
  fc.assert(
    fc.property(outlookArb(20), moves, (record, shift) => {
      expect(ensembles(movedBy(record, shift))).toEqual(ensembles(record))
    }),
  )
  const bursts = burstsOf(8, 40)
  expect(ensembles(movedBy(bursts, 521))).toEqual(ensembles(bursts))
})

test('a second run gives the same bits, another seed others', () => {
  const record = burstsOf(8, 40)
  expect(forecastsOf(record, few)).toEqual(forecastsOf(record, few))
  for (const model of ['resampledInflow', 'hawkes'] as const) {
    const [one, other] = [few, { ...few, seed: 1 }].map((options) => ensemblesOf(forecastsOf(record, options), model))
    expect(one).not.toEqual(other)
  }
})

test('more members keep the members there were', () => {
  const record = burstsOf(8, 40)
  for (const model of ['resampledInflow', 'hawkes'] as const) {
    const [some, more] = [20, 30].map((members) => ensemblesOf(forecastsOf(record, { members }), model))
    for (const [ahead, members] of some.entries()) expect(more[ahead]).toEqual(expect.arrayContaining(members))
  }
})

test('a week that is not covered is neither drawn from nor taken as a quiet stretch', () => {
  const terms = Array.from({ length: 300 }, (_, index) =>
    termOn(Math.floor(index / 3) + (index >= 150 ? 70 : 0), 0.001),
  )
  const weeks = mondays(25).filter((_, index) => index < 8 || index >= 17)
  const gap = { terms, weeks, params }
  const seen = { terms, weeks: mondays(25), params }
  const riseOf = (record: typeof gap) => {
    const forecasts = forecastsOf(record)
    return ['resampledInflow' as const, 'hawkes' as const].map(
      (model) => meanOf(ensemblesOf(forecasts, model)[0]) - ensemblesOf(forecasts, 'decayOnly')[0][0],
    )
  }
  const [resampled, hawkes] = riseOf(gap)
  const [resampledQuiet, hawkesQuiet] = riseOf(seen)
  expect(resampled).toBeGreaterThan(1.3 * resampledQuiet)
  expect(hawkes).toBeGreaterThan(0.9 * resampled)
  expect(hawkesQuiet).toBeGreaterThan(0)
})

test('terms and weeks out of order, days that are no Mondays and ensembles of one are refused', () => {
  const [first, second] = [termOn(0, 1), termOn(9, 1)]
  expect(() => forecastsOf(recordOfWeeks([second, first], 2))).toThrow(RangeError)
  for (const weeks of [[MONDAY + 7, MONDAY], [MONDAY, MONDAY], [MONDAY + 1]]) {
    expect(() => forecastsOf({ terms: [], weeks, params })).toThrow(RangeError)
  }
  for (const members of [1, 2.5]) expect(() => forecastsOf(recordOfWeeks([], 2), { members })).toThrow(RangeError)
})
