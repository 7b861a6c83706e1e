import fc from 'fast-check'
import { dayOf } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS, pointsOn, scoreOf } from '@/lib/core/scoring'
import { halfLifeSets, leaveOneOut, tornado } from '@/lib/core/uncertainty'
import golden from '../golden/reference-scores.json'
import { DYAD, dayArb, escalatoryArb, parametersArb, recordArb, termsFrom } from './arbitraries'
import { expectClose, expectMatches } from './golden'
import { caseIncidents, makeUncertain } from './uncertainty-case'

const params = DEFAULT_PARAMETERS
const { sensitivity, halfLifeAlternatives } = golden
const day = dayOf(sensitivity.date)

test('the tornado of the case is the golden one, in its order', () => {
  const bars = tornado(caseIncidents(), DYAD, day, params)
  expectMatches(
    bars.map(({ key: _, label, ...bar }) => ({ ...bar, parameter: label })),
    sensitivity.tornado,
  )
})

test('every bar has a key that is the path of its parameter', () => {
  const bars = tornado(caseIncidents(), DYAD, day, params)
  expect(new Set(bars.map(({ key }) => key)).size).toBe(16)
  for (const { key } of bars) {
    const value = key.split('.').reduce<unknown>((inner, part) => Object(inner)[part], params)
    expect(value).toBeDefined()
  }
  expect(bars.slice(0, 5).map(({ key }) => key)).toEqual([
    'anchor',
    'base',
    'halfLife',
    'halfLife.long',
    'weight.security',
  ])
})

test('without incidents no parameter matters, and the bars stay in the order of the method', () => {
  const bars = tornado([], DYAD, day, params)
  expect(bars.map(({ label }) => label)).toEqual([
    'base b',
    'anchor A',
    'relief kappa',
    'hold cap days',
    'halfLife (all) x',
    'halfLife short x',
    'halfLife medium x',
    'halfLife long x',
    ...golden.categories.map((category) => `weight ${category}`),
  ])
  expect(bars.every(({ swing }) => swing === 0)).toBe(true)
})

test('ranges lie around the method in force', () => {
  const other = { ...params, base: 4, anchor: 1, relief: 0.2, holdCap: 20, weight: { ...params.weight, cyber: 3 } }
  const ends = new Map(tornado([], DYAD, day, other).map(({ key, low, high }) => [key, [low, high]]))
  expect(ends.get('base')).toEqual([3.5, 4.5])
  expect(ends.get('anchor')).toEqual([0.75, 1.25])
  expectMatches(ends.get('relief'), [0.1, 0.3])
  expect(ends.get('holdCap')).toEqual([7, 40])
  expect(ends.get('weight.cyber')).toEqual([2.25, 3.75])
  expect(ends.get('halfLife.short')).toEqual([0.5, 2])
})

test('leaving out each incident of the case drops the score by the golden amounts, in their order', () => {
  expectMatches(leaveOneOut(caseIncidents(), DYAD, day, params), sensitivity.leaveOneOut)
})

test('a drop is the score less that of the record without the incident', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, parametersArb, (record, anyDay, anyParams) => {
      const scoreWithout = (left?: string) => {
        const terms = termsFrom(
          record.filter(({ id }) => id !== left),
          anyParams,
        )
        return scoreOf(
          terms.reduce((sum, term) => sum + pointsOn(term, anyDay), 0),
          anyParams,
        )
      }
      const left = leaveOneOut(record, DYAD, anyDay, anyParams)
      expect(left).toHaveLength(record.length)
      for (const { id, drop } of left) expectClose(scoreWithout() - scoreWithout(id), drop)
      const drops = left.map(({ drop }) => drop)
      expect(drops).toEqual(drops.toSorted((a, b) => b - a))
    }),
  )
})

test('with escalation alone no drop is larger than the contribution, and none is negative', () => {
  fc.assert(
    fc.property(recordArb(escalatoryArb), dayArb, (record, anyDay) => {
      for (const { drop, contribution } of leaveOneOut(record, DYAD, anyDay, params)) {
        expect(drop).toBeGreaterThanOrEqual(0)
        expect(drop).toBeLessThanOrEqual(contribution + 1e-9)
      }
    }),
  )
})

test('incidents that do not count cannot be left out', () => {
  const retracted = makeUncertain({ id: 'X-002', status: 'retracted' })
  expect(leaveOneOut([makeUncertain(), retracted], DYAD, 0, params)).toEqual([
    { id: 'X-001', drop: scoreOf(2, params), contribution: scoreOf(2, params) },
  ])
  expect(leaveOneOut([], DYAD, 0, params)).toEqual([])
})

test('the three sets of half-lives give the golden scores of the case', () => {
  const days = Object.keys(halfLifeAlternatives.default.scores)
  const sets = halfLifeSets(caseIncidents(), DYAD, days.map(dayOf), params)
  expect(sets.map(({ key }) => key)).toEqual(['shorter', 'default', 'longer'])
  for (const { key, halfLifeDays, scores } of sets) {
    const { halfLife, scores: expected } = halfLifeAlternatives[key]
    expect(Object.values(halfLifeDays)).toEqual(halfLife)
    expectMatches(Object.fromEntries(days.map((date, index) => [date, scores[index]])), expected)
  }
})
