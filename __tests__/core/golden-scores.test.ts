import { dayOf, isoOf, weekStartOf } from '@/lib/core/calendar'
import { type Grain, scoreRecord } from '@/lib/core/record'
import {
  bandsOf,
  changePart,
  DEFAULT_PARAMETERS,
  dailyRecordOf,
  pointsOn,
  recordOf,
  scoreOf,
  seriesOf,
  totalOn,
} from '@/lib/core/scoring'
import golden from '../golden/reference-scores.json'
import { caseRecord, caseTerms, expectClose, expectMatches } from './golden'

const params = DEFAULT_PARAMETERS
const [from, to] = [dayOf(golden.range[0]), dayOf(golden.range[1])]
const scored = (grain: Grain, contributions: string[] = []) =>
  scoreRecord(caseRecord(), { from, to, grain, contributions: contributions.map(dayOf), params })

test('the default parameters and the bands are the golden ones', () => {
  const { bandLimits, rungError, ...scoring } = params
  expect(scoring).toEqual(golden.parameters)
  expect(rungError).toEqual({ high: 0.05, moderate: 0.2, low: 0.4 })
  expect(bandsOf({ bandLimits }).map(({ name, from, to }) => ({ name, from_: from, below: to }))).toEqual(golden.bands)
})

test('each incident of the case has its golden start, fade, half-life and points', () => {
  const terms = caseTerms()
  expect(terms).toHaveLength(golden.incidents.length)
  for (const [index, incident] of golden.incidents.entries()) {
    const term = terms[index]
    expect([term.id, isoOf(term.startDay), isoOf(term.fadeDay)]).toEqual([
      incident.id,
      incident.start,
      incident.fadeFrom,
    ])
    expect(term.direction).toBe(incident.direction === 'AZE>RUS' ? 'forward' : 'backward')
    expect(term.halfLifeDays).toBe(incident.halfLife)
    expectClose(term.points, incident.initialPoints)
  }
})

test('all 225 days have their golden figures', () => {
  const { daily } = scored('day')
  expect(golden.daily).toHaveLength(225)
  expectMatches(daily, golden.daily)
})

test('all 33 weeks have their golden figures, and a low', () => {
  const { weekly, daily } = { ...scored('day'), ...scored('week') }
  expect(golden.weekly).toHaveLength(33)
  expectMatches(weekly, golden.weekly)
  for (const week of weekly ?? []) {
    const scores = (daily ?? []).filter(({ date }) => date >= week.start && date <= week.end).map(({ score }) => score)
    expect(week.low).toBe(Math.min(...scores))
  }
})

test('contributions of every incident equal the golden ones', () => {
  const days = Object.keys(golden.contributions)
  expect(days.length).toBeGreaterThan(2)
  expectMatches(scored('week', days).contributions, golden.contributions)
})

test('waterfalls of every incident equal the golden ones', () => {
  const terms = caseTerms()
  const total = (day: number) => terms.reduce((sum, term) => sum + pointsOn(term, day), 0)
  for (const [span, { change, byIncident }] of Object.entries(golden.waterfall)) {
    const [day0, day1] = span.split('..').map(dayOf)
    const [total0, total1] = [total(day0), total(day1)]
    expectClose(scoreOf(total1, params) - scoreOf(total0, params), change)
    const parts = terms.map((term): [string, number] => [
      term.id,
      changePart(pointsOn(term, day0), pointsOn(term, day1), total0, total1, params),
    ])
    expectMatches(Object.fromEntries(parts), byIncident)
  }
})

test('the latest earlier day with a score as high equals the golden one', () => {
  const scores = (scored('day').daily ?? []).map(({ score }) => score)
  for (const [date, since] of Object.entries(golden.highestSince)) {
    const found = dailyRecordOf(scores, from, dayOf(date))
    expect(found === null ? null : isoOf(found)).toBe(since)
  }
})

test('other half-lives give their golden scores', () => {
  for (const { halfLife, scores } of Object.values(golden.halfLifeAlternatives)) {
    const [short, medium, long] = halfLife
    const other = { ...params, halfLife: { short, medium, long } }
    const series = seriesOf(caseTerms(other), from, to)
    for (const [date, score] of Object.entries(scores)) {
      expectClose(scoreOf(totalOn(series, dayOf(date)), other), score)
    }
  }
})

test('the week of 30 June 2025 is the highest since the record began, and the week after it is no record', () => {
  const weeks = golden.weekly.map(({ start, close }) => ({ weekStart: weekStartOf(dayOf(start)), close }))
  const index = golden.weekly.findIndex(({ week }) => week === '2025-W27')
  expect(recordOf(weeks, index)).toEqual({ since: null, on: dayOf('2025-06-30'), began: dayOf('2024-11-25') })
  expect(recordOf(weeks, index + 1)).toBeNull()
})
