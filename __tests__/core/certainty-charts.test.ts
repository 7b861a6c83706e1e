import { sentenceOf } from '@/components/charts/trend-words'
import { withIntervals } from '@/lib/charts/intervals'
import { lineSentence, linesModel } from '@/lib/charts/lines'
import { weekPoint } from '@/lib/charts/points'
import { tornadoModel } from '@/lib/charts/tornado'
import { trendModel } from '@/lib/charts/trend'
import { dayOf, weekStartFromId } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { tornado } from '@/lib/core/uncertainty'
import golden from '../golden/reference-scores.json'
import { CASE_BANDS, caseWeeks } from './charts-case'
import { caseIncidents } from './uncertainty-case'

const view = { markers: [], context: [], bands: CASE_BANDS }
const spansOf = (weeks: { weekStart: number; close: number }[]) =>
  weeks.map(({ weekStart, close }) => ({ weekStart, p05: close - 4, p95: close + 3 }))

test('a line of closes gets an interval around each covered week, in stretches without gaps', () => {
  const weeks = caseWeeks({ unchecked: ['2025-W10', '2025-W11'] })
  const line = trendModel(weeks.map(weekPoint), 'week', view)
  expect(line.intervals).toEqual([])
  const model = withIntervals(line, spansOf(weeks), CASE_BANDS)
  expect(model.intervals).toHaveLength(2)
  expect(model.intervals[0].at(-1)?.day).toBe(weekStartFromId('2025-W09') + 6)
  expect(model.intervals[1][0].day).toBe(weekStartFromId('2025-W12') + 6)
  expect(model.points.find(({ weekStart }) => weekStart === weekStartFromId('2025-W10'))?.interval).toBeUndefined()
})

test('the interval stands in the table after the close, and in the words of a point', () => {
  const weeks = caseWeeks()
  const model = withIntervals(trendModel(weeks.map(weekPoint), 'week', view), spansOf(weeks), CASE_BANDS)
  expect(model.table.columns.slice(2, 5).map(({ label }) => label)).toEqual(['Close', 'Interval from', 'Interval to'])
  const { close } = weeks[weeks.length - 1]
  expect(model.table.rows.at(-1)?.slice(2, 5)).toEqual([close, close - 4, close + 3])
  const last = model.points[model.points.length - 1]
  expect(sentenceOf(last)).toContain('data interval 76.9 – 83.9')
})

test('the axis reaches as far as an interval goes below zero', () => {
  const weeks = caseWeeks({ lastWeek: '2024-W50' })
  const line = trendModel(weeks.map(weekPoint), 'week', view)
  expect(line.scoreDomain).toEqual([0, 100])
  expect(withIntervals(line, spansOf(weeks), CASE_BANDS).scoreDomain).toEqual([-25, 100])
})

test('a tornado names its parameters, the widest swing first, and leaves out what moves nothing', () => {
  const day = dayOf(golden.sensitivity.date)
  const bars = tornado(caseIncidents(), 'AZE-RUS', day, DEFAULT_PARAMETERS)
  const model = tornadoModel(golden.sensitivity.base, bars)
  expect(model.rows[0]).toMatchObject({ label: 'Anchor of the scale, A', low: '1.5', high: '2.5' })
  expect(model.rows[2]).toMatchObject({ label: 'All half-lives', low: '×0.5', high: '×2' })
  expect(model.rows.length + model.still).toBe(bars.length)
  // The case has no economic incident.
  expect(model.rows.map(({ label }) => label)).not.toContain('Weight, economic')
  expect(model.domain[0]).toBeLessThan(74.8)
  expect(model.domain[1]).toBeGreaterThan(89.9)
  expect(model.summary).toBe('The score is 82.2. Anchor of the scale, A moves it most, between 74.8 and 90.0.')
})

test('lines over common points leave gaps where nobody checked, and none for what is ahead', () => {
  const first = weekStartFromId('2025-W01')
  const model = linesModel({
    caption: 'Some lines',
    pointLabel: 'Week',
    points: [
      { day: first + 6, name: '2025-W01', coverage: 'checked' },
      { day: first + 13, name: '2025-W02', coverage: 'not_checked' },
      { day: first + 20, name: '19 Jan 2025', coverage: null },
    ],
    lines: [
      { key: 'record', label: 'record', stroke: 'solid', scores: [40, null] },
      { key: 'alone', label: 'alone', stroke: 'dashed', scores: [null, null, -12] },
    ],
    bands: CASE_BANDS,
  })
  expect(model.gaps).toEqual([{ from: first + 6.5, to: first + 13.5, weeks: 1 }])
  expect(model.rows[2]).toEqual({ day: first + 20, record: null, alone: -12 })
  expect(model.scoreDomain).toEqual([-25, 100])
  expect(model.table.rows[0]).toEqual(['2025-W01', 40, null])
  expect([0, 1, 2].map((index) => lineSentence(model, index))).toEqual([
    '2025-W01, record 40.0',
    '2025-W02, not checked',
    '19 Jan 2025, alone −12.0',
  ])
})
