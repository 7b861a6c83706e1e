import fc from 'fast-check'
import {
  bandOf,
  bandOfScore,
  bandOfScoreAmong,
  bandsOf,
  changePart,
  contributionOf,
  DEFAULT_PARAMETERS,
  displayOf,
  pointsAtFifty,
  pointsForScore,
  scoreOf,
} from '@/lib/core/scoring'
import { parametersArb } from './arbitraries'
import { expectClose } from './golden'

const params = DEFAULT_PARAMETERS
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const points = fc.double({ min: -300, max: 300, noNaN: true })

test('a score lies above −100 and below 100 for any finite number of points', () => {
  fc.assert(
    fc.property(finite, parametersArb, (anyPoints, anyParams) => {
      const score = scoreOf(anyPoints, anyParams)
      expect(score).toBeGreaterThan(-100)
      expect(score).toBeLessThan(100)
    }),
  )
  expect(scoreOf(Number.MAX_VALUE, params)).toBe(99.99999999999999)
  for (const bad of [Number.NaN, Infinity]) expect(() => scoreOf(bad, params)).toThrow(RangeError)
})

test('the score of the negated points is the negated score', () => {
  fc.assert(
    fc.property(finite, (anyPoints) => expect(scoreOf(-anyPoints, params) + scoreOf(anyPoints, params)).toBe(0)),
  )
  expect(Object.is(scoreOf(-0, params), 0)).toBe(true)
})

test('the inverse gives back the points', () => {
  fc.assert(
    fc.property(points, (somePoints) => expectClose(pointsForScore(scoreOf(somePoints, params), params), somePoints)),
  )
  for (const score of [100, -100, Number.NaN]) expect(() => pointsForScore(score, params)).toThrow(RangeError)
})

test('more points never make a lower score', () => {
  fc.assert(
    fc.property(points, points, (a, b) => {
      expect(scoreOf(Math.max(a, b), params)).toBeGreaterThanOrEqual(scoreOf(Math.min(a, b), params))
    }),
  )
})

test('the anchor makes exactly 50 whatever the parameters', () => {
  fc.assert(fc.property(parametersArb, (anyParams) => expectClose(scoreOf(pointsAtFifty(anyParams), anyParams), 50)))
  expect(scoreOf(32, params)).toBe(50)
})

test('with no points in all, contributions take the slope at zero and cancel', () => {
  expectClose(contributionOf(8, 0, params), (8 * 100 * Math.LN2) / 32)
  expect(contributionOf(8, 0, params) + contributionOf(-8, 0, params)).toBe(0)
  expectClose(contributionOf(8, 2 ** -40, params), contributionOf(8, 0, params))
})

test('with no change of the total, the parts of a change take the slope there and cancel', () => {
  expectClose(changePart(0, 8, 32, 32, params), (8 * 100 * Math.LN2) / 32 / 2)
  expect(changePart(0, 8, 32, 32, params) + changePart(8, 0, 32, 32, params)).toBe(0)
})

test('display and band agree at every edge', () => {
  const edges: [number, number, string][] = [
    [-10, -10, 'Cooperative'],
    [-9.95, -10, 'Cooperative'],
    [-9.949, -9.9, 'Calm'],
    [0, 0, 'Calm'],
    [9.94, 9.9, 'Calm'],
    [9.95, 10, 'Strained'],
    [24.949, 24.9, 'Strained'],
    [24.95, 25, 'Tense'],
    [49.949, 49.9, 'Tense'],
    [49.95, 50, 'Severe'],
    [74.95, 75, 'Crisis'],
    [89.949, 89.9, 'Crisis'],
    [89.95, 90, 'Rupture'],
    [99.99999999999999, 100, 'Rupture'],
    [-99.99999999999999, -100, 'Cooperative'],
  ]
  for (const [score, displayed, band] of edges) {
    expect(displayOf(score)).toBe(displayed)
    expect(bandOfScore(score, params).name).toBe(band)
    expect(bandOfScoreAmong(score, bandsOf(params))).toBe(bandOfScore(score, params))
  }
})

test('halves are displayed away from zero for every value with two decimals', () => {
  for (let tenths = 0; tenths < 1000; tenths++) {
    const half = Number(`${(tenths / 10).toFixed(1)}5`)
    expect(displayOf(half)).toBe((tenths + 1) / 10)
    expect(displayOf(-half)).toBe(-(tenths + 1) / 10)
  }
  expect(Object.is(displayOf(-0.04), 0)).toBe(true)
})

test('every displayed value lies in one band, and the bands follow each other', () => {
  for (let tenths = -1000; tenths <= 1000; tenths++) {
    const displayed = tenths / 10
    const band = bandOf(displayed, params)
    if (displayed === -10) expect(band.level).toBe(-1)
    else expect(displayed >= band.from && (displayed < band.to || displayed === 100)).toBe(true)
  }
  const bands = bandsOf(params)
  for (const [index, band] of bands.slice(1).entries()) expect(band.from).toBe(bands[index].to)
})

test('a method with limits of its own names the same score differently', () => {
  const other = { bandLimits: { ...params.bandLimits, cooperative: -4.5, strained: 12.3 } }
  const named = (score: number) => [params, other].map((parameters) => bandOfScore(score, parameters).name)
  expect(named(12.24)).toEqual(['Strained', 'Calm'])
  expect(named(12.25)).toEqual(['Strained', 'Strained'])
  expect(named(-4.45)).toEqual(['Calm', 'Cooperative'])
  expect(named(-4.44)).toEqual(['Calm', 'Calm'])
})

test('the same limits give the same list of bands', () => {
  expect(bandsOf({ ...params })).toBe(bandsOf(params))
})
