import fc from 'fast-check'
import { dayOf, isoOf } from '@/lib/core/calendar'
import { fallPath, pointsToBands } from '@/lib/core/outlook'
import {
  bandOfScore,
  bandsOf,
  DEFAULT_PARAMETERS,
  displayOf,
  type MethodParameters,
  pointsForScore,
  pointsOn,
  scoreOf,
  type Term,
} from '@/lib/core/scoring'
import golden from '../golden/reference-scores.json'
import { makeIncident, parametersArb, recordArb, termsFrom } from './arbitraries'
import { caseTerms, expectMatches } from './golden'

const params = DEFAULT_PARAMETERS
const totalOf = (terms: readonly Term[], day: number) => terms.reduce((sum, term) => sum + pointsOn(term, day), 0)
const namesOf = (terms: readonly Term[], day: number) =>
  fallPath(terms, day, params).map(({ daysAhead, band }) => [daysAhead, band.name])

/** The path by summing every term on every day. */
function directPath(terms: readonly Term[], day: number, parameters: MethodParameters, days = 4000) {
  const started = terms.filter(({ startDay }) => startDay <= day)
  const levelOn = (on: number) => bandOfScore(scoreOf(totalOf(started, on), parameters), parameters).level
  const steps: [number, number][] = []
  let level = levelOn(day)
  for (let ahead = 1; level !== 0 && ahead <= days; ahead++) {
    if (levelOn(day + ahead) === level) continue
    level = levelOn(day + ahead)
    steps.push([ahead, level])
  }
  return steps
}

const pathOf = (terms: readonly Term[], day: number, parameters: MethodParameters) =>
  fallPath(terms, day, parameters).map(({ daysAhead, band }): [number, number] => [daysAhead, band.level])

test('on 13 July 2025 it takes what the golden file says to reach each band', () => {
  const { date, bands } = golden.whatIf
  const costs = pointsToBands(totalOf(caseTerms(), dayOf(date)), params)
  expectMatches(
    costs.map(({ band, ...cost }) => ({ ...cost, band: band.name, threshold: band.from })),
    bands,
  )
})

test('from nothing, two fresh confirmed incidents of the top rung make Severe and seven Rupture', () => {
  const counts = pointsToBands(0, params).map(({ band, freshConfirmed }) => [band.name, Object.values(freshConfirmed)])
  expect(counts).toEqual([
    ['Strained', [5, 3, 2, 1, 1]],
    ['Tense', [14, 7, 4, 2, 1]],
    ['Severe', [32, 16, 8, 4, 2]],
    ['Crisis', [64, 32, 16, 8, 4]],
    ['Rupture', [107, 54, 27, 14, 7]],
  ])
})

test('a band that is reached needs nothing more', () => {
  const [strained, tense] = pointsToBands(8, params)
  expect([strained.points, strained.freshConfirmed]).toEqual([0, { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }])
  expect(tense.points).toBeCloseTo(pointsForScore(24.95, params) - 8, 12)
})

test('so many fresh incidents reach the band and one fewer do not', () => {
  fc.assert(
    fc.property(fc.double({ min: -40, max: 120, noNaN: true }), parametersArb, (points, parameters) => {
      for (const { band, freshConfirmed } of pointsToBands(points, parameters)) {
        for (const [rung, count] of Object.entries(freshConfirmed)) {
          const each = parameters.base ** (Number(rung) - 1)
          const scoreWith = (incidents: number) => scoreOf(points + incidents * each, parameters)
          expect(displayOf(scoreWith(count) + 1e-9)).toBeGreaterThanOrEqual(band.from)
          if (count > 0) expect(displayOf(scoreWith(count - 1) - 1e-9)).toBeLessThan(band.from)
        }
      }
    }),
  )
})

test('the case falls on its golden days, down to Calm', () => {
  const { date, steps } = golden.decayPath
  const path = fallPath(caseTerms(), dayOf(date), params)
  expect(path.map(({ day, daysAhead, band }) => ({ date: isoOf(day), days: daysAhead, band: band.name }))).toEqual(
    steps,
  )
})

test('two top-rung protests of 14 days leave Severe the next day, and are Calm after 39', () => {
  const terms = termsFrom(['A', 'B'].map((id) => makeIncident({ id, rung: 5 })))
  expect(namesOf(terms, 0)).toEqual([
    [1, 'Tense'],
    [18, 'Strained'],
    [39, 'Calm'],
  ])
})

test('what still holds does not fall before it fades', () => {
  const terms = termsFrom(['A', 'B'].map((id) => makeIncident({ id, rung: 5, ongoing: true })))
  expect(namesOf(terms, 10)[0]).toEqual([81, 'Tense'])
})

test('incidents still to come do not count', () => {
  const terms = termsFrom([makeIncident({ rung: 5 }), makeIncident({ rung: 5, startDay: 5 })])
  expect(fallPath(terms, 4, params)).toEqual(fallPath(terms.slice(0, 1), 4, params))
})

test('relief that fades first lets the score rise on its way', () => {
  const terms = termsFrom([
    makeIncident({ id: 'A', rung: 5, persistence: 'long' }),
    makeIncident({ id: 'B', rung: 3, persistence: 'long' }),
    makeIncident({ id: 'C', rung: -5, persistence: 'short' }),
  ])
  expect(scoreOf(totalOf(terms, 0), params)).toBeCloseTo(22.89, 2)
  expect(namesOf(terms, 0)).toEqual([
    [5, 'Tense'],
    [107, 'Strained'],
    [369, 'Calm'],
  ])
})

test('Cooperative rises to Calm, and what is Calm or nothing has no path', () => {
  const relief = termsFrom([makeIncident({ rung: -5 })])
  expect(namesOf(relief, 0)).toEqual([[11, 'Calm']])
  expect([namesOf(termsFrom([makeIncident()]), 0), namesOf([], 0), namesOf(relief, -1)]).toEqual([[], [], []])
})

test('the path is that of the direct sums, for any record, day and parameters', () => {
  fc.assert(
    fc.property(recordArb(), fc.integer({ min: -200, max: 700 }), parametersArb, (record, day, parameters) => {
      const terms = termsFrom(record, parameters)
      expect(pathOf(terms, day, parameters)).toEqual(directPath(terms, day, parameters))
    }),
    { numRuns: 40 },
  )
})

test('a sum that lands on the very edge of a band is told as the direct sum tells it', () => {
  const halfLives = [14, 60, 180]
  for (const band of bandsOf(params).filter(({ level }) => level > 0)) {
    for (const halfLifeDays of halfLives) {
      const edge = pointsForScore(band.from - 0.05, params)
      for (const nudge of [-1e-12, -1e-13, 0, 1e-13, 1e-12]) {
        const [term] = termsFrom([makeIncident()])
        const terms = [{ ...term, halfLifeDays, points: 2 * edge + nudge }]
        expect(pathOf(terms, 0, params)).toEqual(directPath(terms, 0, params))
      }
    }
  }
})

test('no day is left out, however long the path', () => {
  for (const days of [1, 2, 365, 729, 730, 731, 732, 1460, 1461, 1462]) {
    const points = pointsForScore(9.95, params) * 2 ** ((days - 0.5) / 600)
    const [term] = termsFrom([makeIncident()])
    const path = fallPath([{ ...term, halfLifeDays: 600, points }], 0, params)
    expect(path.at(-1)).toMatchObject({ daysAhead: days, band: { name: 'Calm' } })
  }
})

test('the path down is long where half-lives are, and still ends', () => {
  const slow = { ...params, halfLife: { short: 14, medium: 60, long: 3650 } }
  const terms = termsFrom([makeIncident({ rung: 5, persistence: 'long' })], slow)
  const [strained, calm] = fallPath(terms, 0, slow)
  expect([strained.band.name, calm.band.name, fallPath(terms, 0, slow).length]).toEqual(['Strained', 'Calm', 2])
  expect(calm.daysAhead).toBe(Math.floor(3650 * Math.log2(16 / pointsForScore(9.95, slow))) + 1)
})
