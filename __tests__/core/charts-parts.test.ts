import { daysCsv, weeksCsv } from '@/app/api/v1/dyads/[dyad]/series.csv/series-rows'
import { readingMark } from '@/components/dyads/reading-mark'
import { directionModel, stackModel } from '@/lib/charts/contributions'
import { csvOf } from '@/lib/charts/csv'
import { heatModel, shadeOf } from '@/lib/charts/heat'
import { waterfallModel } from '@/lib/charts/waterfall'
import { weekStartFromId } from '@/lib/core/calendar'
import { CATEGORIES } from '@/lib/core/codebook'
import type { IncidentPart, WeekParts } from '@/lib/dyads/views'
import { caseWeeks } from './charts-case'
import { expectClose } from './golden'

test('the stack adds up to the line in every week', () => {
  const { rows } = stackModel(caseWeeks())
  for (const row of rows) {
    const sum = CATEGORIES.reduce((total, category) => total + (row[category] ?? Number.NaN), 0)
    expectClose(sum, row.score ?? Number.NaN)
  }
  expect(rows.at(-1)?.score).toBeCloseTo(80.9, 1)
})

test('an unchecked week has no bar, not a bar of zero', () => {
  const { rows, table } = stackModel(caseWeeks({ unchecked: ['2025-W27'] }))
  expect(rows.at(-1)).toMatchObject({ score: null, security: null, economic: null })
  expect(
    table.rows
      .at(-1)
      ?.slice(1)
      .every((cell) => cell === null),
  ).toBe(true)
})

test('the legend of the stack keeps the fixed order and leaves out the empty ladder', () => {
  const { present } = stackModel(caseWeeks())
  expect(present).toEqual(CATEGORIES.filter((category) => category !== 'economic'))
})

test('the two directions add up to the close: 57.2 and 23.7 in 2025-W27', () => {
  const { rows, last, summary } = directionModel(caseWeeks(), 'AZE', 'RUS')
  expect(last?.forward).toBeCloseTo(57.2, 1)
  expect(last?.backward).toBeCloseTo(23.7, 1)
  expect(summary).toBe('AZE → RUS 57.2, RUS → AZE 23.7 at the end of 2025-W27.')
  const weeks = caseWeeks()
  for (const [index, row] of rows.entries()) expectClose((row.forward ?? 0) + (row.backward ?? 0), weeks[index].close)
})

test('the heat map is as dark as its largest cell, and unchecked weeks have no cells', () => {
  const model = heatModel(caseWeeks({ unchecked: ['2025-W10'] }))
  expect(model.most).toBeCloseTo(14.67, 2)
  expect(model.weeks.filter(({ points }) => points === null)).toHaveLength(1)
  expect(shadeOf(0, model.most)).toBe(0)
  expect(shadeOf(model.most, model.most)).toBe(1)
  expect(shadeOf(-model.most / 4, model.most)).toBeCloseTo(0.56)
})

/** A part of a change; only its number and its name matter here. */
const part = (id: string, change: number): IncidentPart => {
  const row = { id, code: 'DIP+2', title: id } as IncidentPart['row']
  return { row, sources: 1, pointsNow: change, contribution: change, change }
}

const parts = (incidents: IncidentPart[], fading: number, others = 0): WeekParts => {
  const change = incidents.reduce((sum, { change }) => sum + change, 0) + fading + others
  return {
    weekStart: weekStartFromId('2025-W27'),
    lastDay: weekStartFromId('2025-W27') + 6,
    score: 68.1 + change,
    change,
    incidents,
    nextIncidents: null,
    fading,
    others,
    largest: [],
  }
}

test('the waterfall leads from the close before to the close, the largest step first', () => {
  const { steps } = waterfallModel(parts([part('b', 2), part('a', 5), part('c', -1)], -3))
  expect(steps.map(({ key }) => key)).toEqual(['before', 'a', 'b', 'c', 'fading', 'after'])
  expectClose(steps[0].to, 68.1)
  for (let index = 1; index < steps.length - 1; index++) expectClose(steps[index].from, steps[index - 1].to)
  expectClose(steps[steps.length - 2].to, steps[steps.length - 1].to)
})

test('more than seven new incidents leave the smaller ones in one step, and the sum stays exact', () => {
  const { steps } = waterfallModel(
    parts(
      Array.from({ length: 12 }, (_, index) => part(`i${index}`, index + 1)),
      -4,
      2.5,
    ),
  )
  const others = steps.find(({ kind }) => kind === 'others')
  expect(others?.value).toBe(1 + 2 + 3 + 4 + 5 + 2.5)
  expect(steps.filter(({ kind }) => kind === 'new')).toHaveLength(7)
  expectClose(steps[steps.length - 2].to, steps[steps.length - 1].to)
})

test('a chart’s CSV begins with a byte order mark, leaves blanks blank and defuses formulas', () => {
  const csv = csvOf({
    caption: '',
    columns: [
      { label: 'Week', format: 'text' },
      { label: 'Score', format: 'score' },
      { label: 'Title', format: 'text' },
    ],
    rows: [
      ['2025-W26', -4.25, '=1+1'],
      ['2025-W27', null, 'He said "no", twice'],
    ],
  })
  expect(csv).toBe('\uFEFFWeek,Score,Title\r\n2025-W26,-4.25,\'=1+1\r\n2025-W27,,"He said ""no"", twice"\r\n')
})

const NOW = { dyadId: 'AZE-RUS', methodId: '0.2', asOf: null, unreviewed: false }
const THEN = { ...NOW, methodId: '0.1', asOf: { at: '2025-07-02T23:59:59.999Z', method: 'now' as const } }

test('the series file has every figure of a covered week and none of an unchecked one', () => {
  const csv = weeksCsv(NOW, caseWeeks({ unchecked: ['2025-W26'] }))
  expect(csv.startsWith('\uFEFFdyad,as_of,method,reading,week,monday,sunday,coverage,')).toBe(true)
  const lines = csv.trimEnd().split('\n')
  const [header, unchecked, last] = [lines[0], lines[lines.length - 2], lines[lines.length - 1]].map((line) =>
    line.split(','),
  )
  expect(lines).toHaveLength(1 + 32)
  const cell = (row: string[], name: string) => row[header.indexOf(name)]
  expect(['as_of', 'method', 'reading'].map((name) => cell(last, name))).toEqual(['', '0.2', 'now'])
  expect(cell(last, 'week')).toBe('2025-W27')
  expect(Number(cell(last, 'close'))).toBeCloseTo(80.9, 1)
  expect(Number(cell(last, 'contribution_forward'))).toBeCloseTo(57.2, 1)
  expect(cell(last, 'band')).toBe('Crisis')
  expect(cell(unchecked, 'coverage')).toBe('not_checked')
  expect(unchecked.slice(header.indexOf('close')).every((text) => text === '')).toBe(true)
})

test('the daily file has one line a day, negative scores as numbers', () => {
  const [week] = caseWeeks().slice(-1)
  const day = { day: week.weekStart, score: -4.5, figures: week.figures, coverage: 'checked' as const }
  const lines = daysCsv(THEN, [day, { ...day, day: week.weekStart + 1, coverage: 'not_checked' }])
    .trimEnd()
    .split('\n')
  const read = 'AZE-RUS,2025-07-02T23:59:59.999Z,0.1,"as of then, method of now"'
  expect(lines[1].startsWith(`${read},2025-06-30,2025-W27,checked,-4.5,Crisis,`)).toBe(true)
  expect(lines[2]).toMatch(/,2025-07-01,2025-W27,not_checked,,+$/)
})

test('the name of a file says which record its figures are from, and nothing where they are those of now', () => {
  expect([NOW, THEN, { ...NOW, unreviewed: true }].map(readingMark)).toEqual([
    '',
    '-as-of-2025-07-02-method-of-now',
    '-with-proposals',
  ])
  expect(readingMark({ ...NOW, asOf: { at: '2025-07-02T14:05:06.789Z', method: 'then' } })).toBe(
    '-as-of-2025-07-02T140506Z-method-of-then',
  )
})
