import { vintagesCsv } from '@/app/api/v1/dyads/[dyad]/vintages.csv/vintage-rows'
import { sentenceOf } from '@/components/charts/trend-words'
import { leadOf } from '@/components/dyads/as-of/difference-section'
import { widestWeeks } from '@/components/dyads/as-of/widest-weeks'
import { dyadAddress, refusedMoment } from '@/components/dyads/dyad-address'
import type { ComparisonView } from '@/lib/as-of/views'
import { lineRows, unsaidPoint, weekPoint } from '@/lib/charts/points'
import { trendModel } from '@/lib/charts/trend'
import { weekStartFromId } from '@/lib/core/calendar'
import { CASE_BANDS, caseWeeks, FIRST_MONDAY } from './charts-case'

const [FIRST, SECOND] = [FIRST_MONDAY, FIRST_MONDAY + 7]

test('the weeks that differ most come first, by what is shown; a week that one line lacks differs from nothing', () => {
  const weeks = [0.04, -3, 5, 1, -2, 4, 6].map((difference, index) => {
    return { weekStart: FIRST + 7 * index, said: 10, known: 10 + difference }
  })
  const lacking = { weekStart: FIRST - 7, said: null, known: 90 }
  expect(widestWeeks([lacking, ...weeks], 5).map(({ difference }) => difference)).toEqual([6, 5, 4, -3, -2])
})

test('a week that nobody had checked has no figure on the card of the difference', () => {
  const comparison = {
    weekStart: FIRST,
    day: FIRST + 6,
    said: 12.34,
    known: 20,
    difference: 7.66,
    coverage: { said: 'checked', known: 'checked' },
  } as ComparisonView
  expect(leadOf(comparison)).toBe('Close of 2024-W01: 12.3 as said then, 20.0 as known now: +7.7')
  const unchecked = { ...comparison, coverage: { said: 'not_checked', known: 'checked' } } as ComparisonView
  expect(leadOf(unchecked)).toBe('Close of 2024-W01: not checked as said then, 20.0 as known now')
})

test('weeks before the record of then are drawn by the line of now alone', () => {
  const [week] = caseWeeks()
  const points = [unsaidPoint('week', week.weekStart - 7, 4.5), { ...weekPoint(week), other: 6 }]
  expect(lineRows(points).map(({ covered, arithmetic, other }) => [covered, arithmetic, other])).toEqual([
    [null, null, 4.5],
    [week.close, null, 6],
  ])
  const lines = { shown: 'as said then', other: 'as known now' }
  const model = trendModel(points, 'week', { markers: [], context: [], bands: CASE_BANDS }, lines)
  expect(model.gaps).toEqual([])
  expect(model.summary).not.toContain('not checked')
  expect(model.table.rows[0]).toEqual([
    '2024-W47',
    '2024-11-24',
    null,
    4.5,
    null,
    null,
    null,
    null,
    'not on record',
    0,
    null,
  ])
  expect(sentenceOf(points[0], lines)).toBe('2024-W47, not on record, as known now 4.5')
})

test('a moment that cannot be shown is told with the reason, and the page is that of now', () => {
  expect(refusedMoment({ asOf: 'yesterday' })).toEqual({
    asked: 'yesterday',
    why: expect.stringMatching(/^Give a date/),
  })
  expect(refusedMoment({ asOf: ['2999-01-01', 'x'] }).why).toBe('That moment lies in the future')
  expect(dyadAddress('AZE-RUS', { asOf: 'yesterday' }).asOf).toBeUndefined()
  expect(refusedMoment({ asOf: '2026-01-01' }).why).toBeNull()
})

test('each column of the vintage file names the version that made it; what was not checked or not said yet is blank', () => {
  const column = (month: string, methodId: string, running = false) => ({ month, at: '', running, methodId })
  const csv = vintagesCsv({
    dyadId: 'AZE-RUS',
    method: 'then',
    presentMethod: '0.2',
    columns: [column('2024-01', '0.1'), column('2024-02', '0.2'), column('2024-03', '0.2', true)],
    rows: [
      {
        weekStart: SECOND,
        cells: [null, { close: 0.1 + 0.2, coverage: 'incidents' }, { close: 7, coverage: 'checked' }],
      },
      { weekStart: FIRST, cells: [{ close: -1.5, coverage: 'checked' }, { close: 3, coverage: 'not_checked' }, null] },
    ],
    newerWeeks: null,
    olderWeeks: null,
    newerMonths: null,
    olderMonths: null,
    single: false,
  })
  expect(csv.replace('\uFEFF', '').trimEnd().split('\n')).toEqual([
    'dyad,week,sunday,2024-01 (method 0.1),2024-02 (method 0.2),now (method 0.2)',
    'AZE-RUS,2024-W02,2024-01-14,,0.30000000000000004,7',
    'AZE-RUS,2024-W01,2024-01-07,-1.5,,',
  ])
  expect(weekStartFromId('2024-W01')).toBe(FIRST)
})
