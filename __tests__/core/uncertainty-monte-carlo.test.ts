import fc from 'fast-check'
import { dayOf, weekEndOf, weekStartFromId } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS, type MethodParameters, scoreOf } from '@/lib/core/scoring'
import {
  intervalsOf,
  peakShare,
  type SimulationMode,
  simulate,
  simulatePoints,
  type UncertainIncident,
} from '@/lib/core/uncertainty'
import golden from '../golden/reference-scores.json'
import { DYAD, parametersArb } from './arbitraries'
import { expectClose } from './golden'
import {
  caseIncidents,
  daysArb,
  makeUncertain,
  pointsDirectly,
  uncertainArb,
  uncertainRecordArb,
} from './uncertainty-case'

const params = DEFAULT_PARAMETERS
const certain: MethodParameters = { ...params, rungError: { high: 0, moderate: 0, low: 0 } }
const modeArb = fc.constantFrom<SimulationMode>('data', 'full')
const ofMode = (mode: string) => golden.monteCarlo.results.filter((result) => result.mode === mode)
const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

test.each(['data', 'full'] as const)('the draws of the case give the golden %s intervals', (mode) => {
  const results = ofMode(mode)
  expect(results).toHaveLength(10)
  const days = results.map(({ date }) => dayOf(date))
  const { seed, N: draws } = golden.monteCarlo
  const intervals = intervalsOf(
    simulate(caseIncidents(), DYAD, days, params, { mode, draws, seed }),
    days.length,
    params,
  )
  for (const [index, result] of results.entries()) {
    const { p05, p50, p95, mean, atOrAbove } = intervals[index]
    expectClose(p05, result.p05)
    expectClose(p50, result.p50)
    expectClose(p95, result.p95)
    expectClose(mean, result.mean)
    expect([atOrAbove[3], atOrAbove[4]]).toEqual([result.pSevereOrAbove, result.pCrisisOrAbove])
  }
})

test('the defaults are the golden number of draws and seed', () => {
  const days = [dayOf('2025-07-02')]
  const { seed, N: draws } = golden.monteCarlo
  const given = simulate(caseIncidents(), DYAD, days, params, { mode: 'full', draws, seed })
  expect(simulate(caseIncidents(), DYAD, days, params, { mode: 'full' })).toEqual(given)
})

test('the peak of the weekly closes falls into weeks 26 to 28 in the golden share of draws', () => {
  const days = golden.weekly.map(({ end }) => dayOf(end))
  const scores = simulate(caseIncidents(), DYAD, days, params, { mode: 'data' })
  const [first, last] = ['2025-W26', '2025-W28'].map((week) => weekEndOf(weekStartFromId(week)))
  expect(peakShare(scores, days, first, last)).toBe(golden.monteCarlo.peakInW26toW28Share)
  expect(peakShare(scores, days, first, first)).toBeLessThan(1)
})

test('every draw equals a direct computation by the words of the specification', () => {
  fc.assert(
    fc.property(uncertainRecordArb(), daysArb, modeArb, fc.nat(5000), (incidents, days, mode, seed) => {
      const options = { mode, draws: 6, seed }
      const points = simulatePoints(incidents, DYAD, days, params, options)
      const scores = simulate(incidents, DYAD, days, params, options)
      expect(scores).toHaveLength(6 * days.length)
      for (let draw = 0; draw < 6; draw++) {
        for (const [index, day] of days.entries()) {
          const direct = pointsDirectly(incidents, day, params, { mode, draw, seed })
          expectClose(points[draw * days.length + index], direct.points)
          expectClose(scores[draw * days.length + index], scoreOf(direct.points, direct.drawn))
        }
      }
    }),
  )
})

test('with any parameters a draw of the data equals a direct computation', () => {
  fc.assert(
    fc.property(uncertainRecordArb(), daysArb, parametersArb, (incidents, days, anyParams) => {
      const points = simulatePoints(incidents, DYAD, days, anyParams, { mode: 'data', draws: 3 })
      for (const [index, points_] of points.entries()) {
        const draw = Math.floor(index / days.length)
        const direct = pointsDirectly(incidents, days[index % days.length], anyParams, { mode: 'data', draw })
        expectClose(points_, direct.points)
      }
    }),
  )
})

test('draws are repeatable, and the order of incidents changes no bit', () => {
  const shuffledArb = uncertainRecordArb().chain((record) =>
    fc.tuple(fc.constant(record), fc.shuffledSubarray(record, { minLength: record.length })),
  )
  fc.assert(
    fc.property(shuffledArb, daysArb, modeArb, ([record, shuffled], days, mode) => {
      const scores = simulate(record, DYAD, days, params, { mode, draws: 20 })
      expect(simulate(record, DYAD, days, params, { mode, draws: 20 })).toEqual(scores)
      expect(simulate(shuffled, DYAD, days, params, { mode, draws: 20 })).toEqual(scores)
    }),
  )
})

test('parts that are drawn apart are the whole, to the last bit', () => {
  const cutsArb = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => [0, Math.min(a, b), Math.max(a, b), 30])
  fc.assert(
    fc.property(uncertainRecordArb(), daysArb, modeArb, cutsArb, (record, days, mode, cuts) => {
      const whole = simulate(record, DYAD, days, params, { mode, draws: 30 })
      const parts = cuts
        .slice(1)
        .flatMap((to, index) => [...simulate(record, DYAD, days, params, { mode, draws: 30, from: cuts[index], to })])
      expect(Float64Array.from(parts)).toEqual(whole)
    }),
  )
})

test('asking about more days changes no day but by rounding', () => {
  fc.assert(
    fc.property(uncertainRecordArb(), daysArb, modeArb, (record, days, mode) => {
      const scores = simulate(record, DYAD, days, params, { mode, draws: 5 })
      for (const [index, day] of days.entries()) {
        const alone = simulate(record, DYAD, [day], params, { mode, draws: 5 })
        for (const [draw, score] of alone.entries()) expectClose(scores[draw * days.length + index], score)
      }
    }),
  )
})

test('a new incident leaves the draws of the others alone and adds its own points', () => {
  fc.assert(
    fc.property(uncertainRecordArb(), uncertainArb, daysArb, modeArb, (record, added, days, mode) => {
      const pointsOf = (incidents: UncertainIncident[]) =>
        simulatePoints(incidents, DYAD, days, params, { mode, draws: 20 })
      const [before, own, after] = [pointsOf(record), pointsOf([added]), pointsOf([added, ...record])]
      for (const [index, points] of after.entries()) expectClose(points - before[index], own[index])
    }),
  )
})

test('incidents that do not count change nothing', () => {
  fc.assert(
    fc.property(uncertainRecordArb(), uncertainArb, daysArb, modeArb, (record, added, days, mode) => {
      const scores = simulate(record, DYAD, days, params, { mode, draws: 5 })
      const others = [
        { ...added, status: 'retracted' },
        { ...added, status: 'draft' },
        { ...added, status: 'in_review' },
        { ...added, kind: 'context' },
        { ...added, reliability: 'E', credibility: 5 },
      ] as const
      for (const other of others) {
        expect(simulate([...record, other], DYAD, days, params, { mode, draws: 5 })).toEqual(scores)
      }
    }),
  )
})

test('full draws stay around the method in force when it is not the default one', () => {
  const other = { ...params, base: 3, anchor: 4 }
  const draws = simulatePoints(
    [makeUncertain({ rung: 2 })],
    DYAD,
    [0],
    { ...other, rungError: certain.rungError },
    {
      mode: 'full',
      draws: 500,
    },
  )
  // b × 0.875 to 1.125, times a weight of 0.75 to 1.25 over a mean from 0.75 to 1.25.
  expect(Math.min(...draws)).toBeGreaterThan(1.5)
  expect(Math.max(...draws)).toBeLessThan(3 * 1.125 * (1.25 / 0.75))
  expectClose(meanOf(draws), 3, 0.1)
})

test('numbers of draws, ranges, days and dyads that cannot be are refused', () => {
  const run = (days: number[], options: object, dyadId = DYAD) =>
    simulate(caseIncidents(), dyadId, days, params, { mode: 'data', ...options })
  expect(() => run([1], { draws: 0 })).toThrow('no number of draws: 0')
  expect(() => run([1], { draws: 2.5 })).toThrow('no number of draws: 2.5')
  expect(() => run([1], { draws: 10, from: 5, to: 11 })).toThrow('no draws from 5 to 11 of 10')
  expect(() => run([1], { draws: 10, from: 5, to: 4 })).toThrow('no draws from 5 to 4 of 10')
  expect(() => run([1], { draws: 10, from: -1 })).toThrow('no draws from -1 to 10 of 10')
  expect(() => run([2, 2], {})).toThrow('day 2 does not come after 2')
  expect(() => run([1.5], {})).toThrow('1.5 is not a day')
  expect(() => run([1], {}, 'ARM-AZE')).toThrow('is not between ARM and AZE')
})
