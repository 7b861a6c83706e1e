import fc from 'fast-check'
import { dayOf, weekStartOf } from '@/lib/core/calendar'
import {
  coverageOf,
  DEFAULT_PARAMETERS,
  dailyRecordOf,
  inflowCellsOf,
  pointsOn,
  recordOf,
  scoreOf,
  seriesOf,
  totalOf,
  totalOn,
  weekFiguresOf,
} from '@/lib/core/scoring'
import { makeIncident, recordArb, termsFrom } from './arbitraries'

const params = DEFAULT_PARAMETERS
const MONDAY = dayOf('2025-06-30')

test('a week is its days: close, first high, low and mean', () => {
  fc.assert(
    fc.property(
      recordArb(),
      fc.integer({ min: -20, max: 80 }),
      fc.integer({ min: 0, max: 6 }),
      (record, week, days) => {
        const monday = weekStartOf(0) + 7 * week
        const series = seriesOf(termsFrom(record), monday - 10, monday + 10)
        const figures = weekFiguresOf(series, monday, params, monday + days)
        const scores = Array.from({ length: days + 1 }, (_, day) => scoreOf(totalOn(series, monday + day), params))
        expect(figures.close).toBe(scores[days])
        expect(figures.high).toBe(Math.max(...scores))
        expect(figures.highDay).toBe(monday + scores.indexOf(Math.max(...scores)))
        expect(figures.low).toBe(Math.min(...scores))
        expect(figures.mean).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / (days + 1), 9)
        expect(totalOf(figures.closeCells)).toBe(totalOn(series, monday + days))
        expect(figures.inProgress).toBe(days < 6)
      },
    ),
  )
})

test('a week is clipped to the series', () => {
  const series = seriesOf(termsFrom([makeIncident({ startDay: MONDAY })]), MONDAY + 2, MONDAY + 4)
  const week = weekFiguresOf(series, MONDAY, params)
  expect(week).toMatchObject({ firstDay: MONDAY + 2, lastDay: MONDAY + 4, inProgress: true, highDay: MONDAY + 2 })
})

test('a week needs a Monday and at least one day', () => {
  const series = seriesOf([], MONDAY, MONDAY + 6)
  expect(() => weekFiguresOf(series, MONDAY + 1, params)).toThrow(RangeError)
  expect(() => weekFiguresOf(series, MONDAY + 7, params)).toThrow(RangeError)
  expect(() => weekFiguresOf(series, MONDAY, params, MONDAY - 1)).toThrow(RangeError)
})

test('inflow is the full points of what starts in the window, half to each direction for a joint act', () => {
  const terms = termsFrom([
    makeIncident({ startDay: -1, rung: 5 }),
    makeIncident({ startDay: 0, rung: 3 }),
    makeIncident({ startDay: 6, rung: 4, mutual: true }),
    makeIncident({ startDay: 6, rung: -1, actor: 'RUS', target: 'AZE' }),
    makeIncident({ startDay: 7, rung: 5 }),
  ])
  const inflow = inflowCellsOf(terms, 0, 6)
  expect([inflow[0], inflow[16], inflow[17]]).toEqual([8, 4, -0.5])
  expect(totalOf(inflow)).toBe(pointsOn(terms[1], 0) + pointsOn(terms[2], 6) + pointsOn(terms[3], 6))
})

const weeks = (...closes: number[]) => closes.map((close, index) => ({ weekStart: index * 7, close }))

test('a weekly record is set only by a close that rose', () => {
  expect(recordOf(weeks(10), 0)).toBeNull()
  expect(recordOf(weeks(10, 10), 1)).toBeNull()
  expect(recordOf(weeks(10, 9), 1)).toBeNull()
  expect(recordOf(weeks(10, 9), 5)).toBeNull()
})

test('a weekly record names the latest earlier week that was as high, or none', () => {
  expect(recordOf(weeks(30, 20, 25, 10, 20), 4)).toEqual({ since: 14, on: 28, began: 0 })
  expect(recordOf(weeks(30, 20, 20), 2)).toBeNull()
  expect(recordOf(weeks(20, 5, 20), 2)).toEqual({ since: 0, on: 14, began: 0 })
  expect(recordOf(weeks(30, 20, 31), 2)).toEqual({ since: null, on: 14, began: 0 })
})

test('a daily record looks back to the latest day as high', () => {
  expect(dailyRecordOf([5, 3, 4, 4], 100, 103)).toBe(102)
  expect(dailyRecordOf([5, 3, 4, 4], 100, 102)).toBe(100)
  expect(dailyRecordOf([5, 3, 4, 6], 100, 103)).toBeNull()
})

test('a week without incident or check is not checked, never calm', () => {
  expect(coverageOf({ incidents: 0, checked: false })).toBe('not_checked')
  expect(coverageOf({ incidents: 2, checked: false })).toBe('incidents')
  expect(coverageOf({ incidents: 0, checked: true })).toBe('checked')
  expect(coverageOf({ incidents: 2, checked: true })).toBe('checked')
})
