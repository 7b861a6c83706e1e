import fc from 'fast-check'
import { weekSpan } from '@/lib/charts/axis'
import { gapsOf } from '@/lib/charts/gaps'
import { type Marker, placeLabels, shorten } from '@/lib/charts/markers'
import { lineRows, weekPoint } from '@/lib/charts/points'
import { sparkModel } from '@/lib/charts/spark'
import { trendModel } from '@/lib/charts/trend'
import { dayOf, weekIdOf, weekStartFromId } from '@/lib/core/calendar'
import { CASE_BANDS, caseWeeks, FIRST_MONDAY, plainWeek } from './charts-case'

const NONE = { markers: [], context: [], bands: CASE_BANDS }

test('an unchecked week is never part of the ordinary line, and hangs on its neighbours as arithmetic alone', () => {
  const points = caseWeeks({ lastWeek: '2025-W12', unchecked: ['2025-W10'] }).map(weekPoint)
  const rows = lineRows(points)
  const at = (week: string) => rows[points.findIndex(({ weekStart }) => weekIdOf(weekStart) === week)]
  expect(at('2025-W10').covered).toBeNull()
  expect(at('2025-W10').arithmetic).toBeCloseTo(38.6, 1)
  expect(at('2025-W09')).toMatchObject({ covered: at('2025-W09').arithmetic, running: null })
  expect(at('2025-W11').arithmetic).toBe(at('2025-W11').covered)
  expect(at('2025-W08').arithmetic).toBeNull()
})

test('the running week is a stroke of its own from the week before', () => {
  const rows = lineRows(caseWeeks({ lastWeek: '2025-W26', inProgress: true }).map(weekPoint))
  const [before, running] = rows.slice(-2)
  expect(running.covered).toBeNull()
  expect(running.running).toBeCloseTo(68.1, 1)
  expect(before.running).toBe(before.covered)
  expect(rows.at(-3)?.running).toBeNull()
})

test('weeks without a look are hatched from Monday to Sunday, neighbours as one', () => {
  const weeks = caseWeeks({ lastWeek: '2025-W12', unchecked: ['2025-W03', '2025-W04', '2025-W08'] })
  expect(gapsOf(weeks)).toEqual([
    { from: weekSpan(weekStartFromId('2025-W03'))[0], to: weekSpan(weekStartFromId('2025-W04'))[1], weeks: 2 },
    { from: weekSpan(weekStartFromId('2025-W08'))[0], to: weekSpan(weekStartFromId('2025-W08'))[1], weeks: 1 },
  ])
})

test('seven unchecked days of a daily line are one week', () => {
  const monday = weekStartFromId('2025-W08')
  const days = Array.from({ length: 7 }, () => plainWeek(monday, 'not_checked'))
  expect(gapsOf(days)).toEqual([{ from: monday - 0.5, to: monday + 6.5, weeks: 1 }])
})

test('an unchecked week is blank in the table, not zero', () => {
  const { table } = trendModel(
    caseWeeks({ lastWeek: '2025-W12', unchecked: ['2025-W10'] }).map(weekPoint),
    'week',
    NONE,
  )
  const row = table.rows.find(([week]) => week === '2025-W10')
  expect(row).toEqual(['2025-W10', '2025-03-09', null, null, null, null, null, 'not checked', 0, null])
})

test('the summary tells the case: from calm to crisis, by way of its bands', () => {
  const { summary } = trendModel(caseWeeks().map(weekPoint), 'week', NONE)
  expect(summary).toBe(
    'From 2024-W48 to 2025-W27, 0.0 (Calm) at the start and 80.9 (Crisis) at the end. Highest in 2025-W27 with 80.9 (Crisis). ' +
      'Band changes: Strained in 2024-W52, Tense in 2025-W06, Severe in 2025-W26, Crisis in 2025-W27. ' +
      'The biggest move was +38.8 in 2025-W26.',
  )
})

test('the summary counts what was not checked and tells no figure of it', () => {
  const weeks = caseWeeks({ unchecked: ['2025-W26', '2025-W27'] })
  const { summary } = trendModel(weeks.map(weekPoint), 'week', NONE)
  expect(summary).toContain('2 weeks were not checked')
  expect(summary).not.toContain('80.9')
  const nothing = trendModel(
    weeks.map((week) => weekPoint({ ...week, coverage: 'not_checked' })),
    'week',
    NONE,
  )
  expect(nothing.summary).toBe('No week in this range was checked.')
})

test('an incident lies on its week in the weekly line, the strongest first', () => {
  const points = caseWeeks().map(weekPoint)
  const incident = (id: string, day: string, size: number) => {
    return { id, day: dayOf(day), points: size, title: id, code: '', weekStart: 0 }
  }
  const markers = [
    incident('small', '2025-02-24', 1),
    incident('raid', '2025-06-27', 14.67),
    incident('gone', '2020-01-01', 16),
  ]
  const model = trendModel(points, 'week', { ...NONE, markers })
  expect(model.markers.map(({ id }) => id)).toEqual(['raid', 'small'])
  expect(model.markers[0].day).toBe(dayOf('2025-06-29'))
  expect(model.markers[0].score).toBeCloseTo(68.1, 1)
})

test('a title that is too long is cut at a word', () => {
  expect(shorten('Lethal raid on ethnic Azerbaijanis in Ekaterinburg', 24)).toBe('Lethal raid on ethnic…')
  expect(shorten('Short', 24)).toBe('Short')
})

test('labels never meet, nor does a leader cross a label', () => {
  const marker = fc.record({ day: fc.integer({ min: 0, max: 700 }), length: fc.integer({ min: 1, max: 40 }) })
  const space = { left: 0, right: 700, lanes: 4, most: 8, longest: 30, charWidth: 6 }
  fc.assert(
    fc.property(fc.array(marker, { maxLength: 30 }), (made) => {
      const markers = made.map(({ day, length }, index): Marker => {
        return { id: String(index), title: 'x'.repeat(length), code: '', points: 1, day, score: 0 }
      })
      const labels = placeLabels(markers, (day) => day, space)
      expect(labels.length).toBeLessThanOrEqual(8)
      if (markers.length > 0) expect(labels.length).toBeGreaterThan(0)
      for (const a of labels) {
        expect(a.left).toBeGreaterThanOrEqual(0)
        expect(a.right).toBeLessThanOrEqual(700)
        for (const b of labels) {
          if (a.id === b.id) continue
          if (a.lane === b.lane) expect(a.right <= b.left || b.right <= a.left).toBe(true)
          // The leader of the higher label falls through the lanes below it.
          if (a.lane < b.lane) expect(a.x > b.left && a.x < b.right).toBe(false)
        }
      }
    }),
  )
})

test('neighbouring incidents get their labels as stairs, so that none is lost', () => {
  const marker = (id: string, day: number): Marker => ({
    id,
    title: 'x'.repeat(20),
    code: '',
    points: 1,
    day,
    score: 0,
  })
  const space = { left: 0, right: 700, lanes: 4, most: 8, longest: 30, charWidth: 6 }
  const labels = placeLabels([marker('a', 100), marker('b', 130), marker('c', 160)], (day) => day, space)
  expect(labels.map(({ id, lane }) => `${id}${lane}`).sort()).toEqual(['a1', 'b2', 'c3'])
  expect(placeLabels([marker('a', 100)], (day) => day, space)[0].lane).toBe(3)
})

const week = (index: number, close: number, coverage: 'checked' | 'not_checked' = 'checked') => {
  return { weekStart: FIRST_MONDAY + 7 * index, close, coverage }
}

test('a sparkline breaks at an unchecked week and hatches it', () => {
  const { strokes, gaps, end } = sparkModel([week(0, 0), week(1, 50), week(2, 90, 'not_checked'), week(3, 100)], 40, 20)
  expect(strokes).toEqual(['M5.0,20.0h0L15.0,10.0', 'M35.0,0.0h0'])
  expect(gaps).toEqual([{ x: 20, width: 10 }])
  expect(end).toEqual({ x: 35, y: 0, close: 100 })
  expect(sparkModel([week(0, 0, 'not_checked')], 40, 20).end).toBeNull()
})

test('a sparkline draws the week that is not over by itself, so that it can be dashed', () => {
  const weeks = [week(0, 0), week(1, 50), week(2, 90)]
  const whole = sparkModel(weeks, 30, 20)
  const cut = sparkModel(weeks, 30, 20, true)
  expect([whole.running, whole.strokes[0].split('L').length]).toEqual([null, 3])
  expect([cut.running, cut.strokes[0].split('L').length]).toEqual(['M15.0,10.0L25.0,2.0', 2])
})
