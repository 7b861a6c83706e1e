import fc from 'fast-check'
import { DEFAULT_PARAMETERS, type MethodParameters, pointsOn, termOf, verificationOf } from '@/lib/core/scoring'
import { simulate, simulatePoints } from '@/lib/core/uncertainty'
import { DYAD } from './arbitraries'
import { expectClose } from './golden'
import { caseIncidents, makeUncertain, uncertainArb, uncertainRecordArb } from './uncertainty-case'

const params = DEFAULT_PARAMETERS
const certain: MethodParameters = { ...params, rungError: { high: 0, moderate: 0, low: 0 } }
const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

test('with sure rungs and exact dates the draws have the deterministic points on average', () => {
  const exactArb = uncertainArb.map((incident) => ({
    ...incident,
    earliestDay: incident.startDay,
    latestDay: incident.startDay,
  }))
  fc.assert(
    fc.property(uncertainRecordArb(exactArb), fc.integer({ min: -100, max: 700 }), (record, day) => {
      const draws = 2000
      let [expected, variance] = [0, 0]
      for (const incident of record) {
        const term = termOf(incident, DYAD, certain)
        const v = verificationOf(incident.reliability, incident.credibility, certain)
        if (!term || v === 0) continue
        expected += pointsOn(term, day)
        variance += v * (1 - v) * (pointsOn(term, day) / v) ** 2
      }
      const mean = meanOf(simulatePoints(record, DYAD, [day], certain, { mode: 'data', draws }))
      // Six standard errors: by chance beyond them once in five hundred million.
      expect(Math.abs(mean - expected)).toBeLessThanOrEqual(6 * Math.sqrt(variance / draws) + 1e-9)
    }),
  )
})

test('with unsure rungs the average is that of the neighbouring rungs, which is more, for points double by rung', () => {
  const incident = makeUncertain({ rung: 3, confidence: 'low', reliability: 'B', credibility: 2 })
  const draws = 20_000
  const mean = meanOf(simulatePoints([incident], DYAD, [0], params, { mode: 'data', draws }))
  // v = 0.75 and p = 0.4: 0.75 (0.6 × 4 + 0.2 × 2 + 0.2 × 8) = 3.3, where the score has 0.75 × 4 = 3.
  const square = 0.75 * (0.6 * 16 + 0.2 * 4 + 0.2 * 64)
  expect(Math.abs(mean - 3.3)).toBeLessThanOrEqual(6 * Math.sqrt((square - 3.3 ** 2) / draws))
})

test('rungs stay within 1 to 5 and keep their sign', () => {
  const unsure = { ...params, rungError: { ...params.rungError, low: 2 / 3 } }
  const sizes = (rung: number) => {
    const incident = makeUncertain({ rung, confidence: 'low' })
    const points = simulatePoints([incident], DYAD, [0], unsure, { mode: 'data', draws: 200 })
    return [...new Set(points)].sort((a, b) => a - b)
  }
  expect([1, 3, 5, -1, -3, -5].map(sizes)).toEqual([
    [1, 2],
    [2, 4, 8],
    [8, 16],
    [-1, -0.5],
    [-4, -2, -1],
    [-8, -4],
  ])
})

test('a drawn day moves start and end together, and lies within its interval', () => {
  const incident = makeUncertain({ startDay: 10, endDay: 13, earliestDay: 8, latestDay: 12, rung: 1 })
  const days = Array.from({ length: 12 }, (_, index) => 6 + index)
  const points = simulatePoints([incident], DYAD, days, certain, { mode: 'data', draws: 300 })
  const starts = new Set<number>()
  for (let draw = 0; draw < 300; draw++) {
    const ofDraw = [...points.subarray(draw * 12, (draw + 1) * 12)]
    const start = ofDraw.indexOf(1)
    starts.add(days[start])
    expect(ofDraw.slice(0, start).every((value) => value === 0)).toBe(true)
    expect(ofDraw.slice(start, start + 4)).toEqual([1, 1, 1, 1])
    if (start + 4 < 12) expectClose(ofDraw[start + 4], 2 ** (-1 / 14))
  }
  expect([...starts].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12])
})

test('an incident whose earliest day is also its latest keeps its own', () => {
  const incident = makeUncertain({ startDay: 10, earliestDay: 8, latestDay: 8, rung: 1 })
  expect([...simulatePoints([incident], DYAD, [9, 10], certain, { mode: 'data', draws: 2 })]).toEqual([0, 1, 0, 1])
})

test('what goes on holds to the cap from the day that is drawn', () => {
  const incident = makeUncertain({ ongoing: true, rung: 1, startDay: 0, earliestDay: 0, latestDay: 1 })
  const points = simulatePoints([incident], DYAD, [90, 91], certain, { mode: 'data', draws: 50 })
  const faded = 2 ** (-1 / 14)
  for (let draw = 0; draw < 50; draw++) {
    expect(points[2 * draw]).toBe(1)
    expect([faded, 1].some((value) => Math.abs(points[2 * draw + 1] - value) < 1e-9)).toBe(true)
  }
  expect(new Set(points.filter((_, index) => index % 2 === 1)).size).toBe(2)
})

test('the joint act of a dyad has all its points', () => {
  const incident = makeUncertain({ mutual: true, rung: 4 })
  expect([...simulatePoints([incident], DYAD, [0], certain, { mode: 'data', draws: 2 })]).toEqual([8, 8])
})

test('a record without incidents has only zeros, and no days have no scores', () => {
  expect(simulate([], DYAD, [1, 2], params, { mode: 'full', draws: 3 })).toEqual(new Float64Array(6))
  expect(simulate(caseIncidents(), DYAD, [], params, { mode: 'data' })).toEqual(new Float64Array(0))
  expect(simulate(caseIncidents(), DYAD, [1], params, { mode: 'data', from: 7, to: 7 })).toHaveLength(0)
})
