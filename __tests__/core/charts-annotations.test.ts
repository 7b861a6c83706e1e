import type { AnnotationView } from '@/lib/annotations/views'
import { annotationMarks, marksAt, marksWithin, withAnnotations } from '@/lib/charts/annotations'
import { directionModel, stackModel } from '@/lib/charts/contributions'
import { heatModel } from '@/lib/charts/heat'
import { weekPoint } from '@/lib/charts/points'
import { trendModel } from '@/lib/charts/trend'
import { dayOf } from '@/lib/core/calendar'
import { CASE_BANDS, caseWeeks } from './charts-case'

const made = (id: string, from: string, to: string | null, text: string): AnnotationView => ({
  dyadId: 'AZE-RUS',
  id,
  revision: 1,
  startDay: dayOf(from),
  endDay: to === null ? null : dayOf(to),
  text,
  by: 'Ada',
  at: '2026-01-01T00:00:00.000Z',
  editedBy: null,
  editedAt: null,
})

const marks = annotationMarks([
  made('a', '2025-05-09', null, 'Parade'),
  made('b', '2025-06-21', '2025-06-30', 'Visit put off'),
  made('c', '2030-01-01', null, 'Years later'),
])

const NONE = { markers: [], context: [], bands: CASE_BANDS }

test('annotations keep their number on every chart, whatever part of the time it shows', () => {
  const weeks = caseWeeks().slice(-3)
  const numbers = (list: { number: number }[]) => list.map(({ number }) => number)
  expect(numbers(trendModel(weeks.map(weekPoint), 'week', NONE, null, marks).annotations)).toEqual([2])
  expect(numbers(stackModel(weeks, marks).annotations)).toEqual([2])
  expect(numbers(directionModel(weeks, 'AZE', 'RUS', marks).annotations)).toEqual([2])
  expect(numbers(heatModel(weeks, marks).annotations)).toEqual([2])
  expect(numbers(stackModel(caseWeeks(), marks).annotations)).toEqual([1, 2])
})

test('a span touches every week that it reaches into, and no other', () => {
  const { table } = stackModel(caseWeeks(), marks)
  const column = table.columns.findIndex(({ label }) => label === 'Annotations')
  const told = table.rows.filter((row) => row[column] !== null).map((row) => [row[0], row[column]])
  expect(told).toEqual([
    ['2025-W19', '1 · 9 May 2025: Parade (Ada)'],
    ['2025-W25', '2 · 21 – 30 Jun 2025: Visit put off (Ada)'],
    ['2025-W26', '2 · 21 – 30 Jun 2025: Visit put off (Ada)'],
    ['2025-W27', '2 · 21 – 30 Jun 2025: Visit put off (Ada)'],
  ])
})

test('a table without annotations in its time has no column for them', () => {
  const table = stackModel(caseWeeks()).table
  expect(withAnnotations(table, [[0, 6]], [])).toBe(table)
  expect(stackModel(caseWeeks(), marks.slice(2)).table.columns.map(({ label }) => label)).not.toContain('Annotations')
})

test('a point of a day has the annotations of that day, a point of a week those of the week', () => {
  const week = weekPoint(caseWeeks().at(-1) ?? caseWeeks()[0])
  expect(marksAt(marks, week).map(({ id }) => id)).toEqual(['b'])
  expect(marksAt(marks, { ...week, day: dayOf('2025-07-01'), high: null })).toEqual([])
  expect(marksWithin(marks, dayOf('2025-05-09'), dayOf('2025-05-09')).map(({ id }) => id)).toEqual(['a'])
})

test('charts say to those who do not see them what is annotated', () => {
  expect(stackModel(caseWeeks(), marks).summary).toContain(
    'Annotated: 1 · 9 May 2025: Parade (Ada); 2 · 21 – 30 Jun 2025',
  )
  expect(stackModel(caseWeeks()).summary).not.toContain('Annotated')
})

test('the week that is not over is known to every chart', () => {
  const weeks = caseWeeks({ inProgress: true })
  const running = weeks.at(-1)?.weekStart
  expect(stackModel(weeks).running).toBe(running)
  expect(directionModel(weeks, 'AZE', 'RUS').running).toBe(running)
  expect(heatModel(weeks).running).toBe(running)
  expect(stackModel(caseWeeks()).running).toBeNull()
})
