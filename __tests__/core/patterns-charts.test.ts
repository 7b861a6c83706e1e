import { fanModel } from '@/lib/charts/fan'
import { ladderModel, lagWords } from '@/lib/charts/ladder'
import { levelsModel, strokesOf } from '@/lib/charts/levels'
import { weekHref } from '@/lib/charts/week-href'
import { dayOf } from '@/lib/core/calendar'
import { bandsOf, DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import type { LadderMove } from '@/lib/patterns/views'

const BANDS = bandsOf(DEFAULT_PARAMETERS)
const MONDAY = dayOf('2025-06-02')
const NAMES = { first: 'Azerbaijan', second: 'Russia' }

const week = (index: number, close: number, coverage: 'checked' | 'not_checked' = 'checked') => ({
  weekStart: MONDAY + 7 * index,
  close,
  coverage,
})

const move = (id: string, parts: Partial<LadderMove> = {}): LadderMove => ({
  dyadId: 'AZE-RUS',
  id,
  title: `Title ${id}`,
  day: MONDAY,
  direction: 'forward',
  category: 'legal',
  code: 'LEG+4',
  rung: 4,
  points: 6,
  answers: null,
  answered: null,
  ...parts,
})

const answer = (id: string, parts: Partial<NonNullable<LadderMove['answers']>> = {}): LadderMove['answers'] => ({
  id,
  title: `Title ${id}`,
  lagDays: 3,
  basis: 'source',
  sameSide: false,
  rungChange: -1,
  otherCategory: true,
  ...parts,
})

test('a line of closes breaks where nobody checked and goes on after', () => {
  const strokes = strokesOf([week(0, 10), week(1, 12), week(2, 11, 'not_checked'), week(3, 9)])
  expect(strokes).toEqual([
    [
      [MONDAY + 6, 10],
      [MONDAY + 13, 12],
    ],
    [[MONDAY + 27, 9]],
  ])
})

test('each week says its close and whether the level changes in it, and unchecked ones no figure', () => {
  const change = { weekStart: MONDAY + 7, before: 10, after: 60.04 }
  const weeks = [week(0, 10), week(1, 60), week(2, 58, 'not_checked')]
  const levels = [
    { from: MONDAY, to: MONDAY, mean: 10 },
    { from: MONDAY + 7, to: MONDAY + 14, mean: 60.04 },
  ]
  const model = levelsModel(weeks, levels, [change], BANDS)
  expect(model.weeks.map(({ words }) => words)).toEqual([
    '2025-W23, close 10.0',
    '2025-W24, close 60.0, change point: mean level 10.0 before, 60.0 from here',
    '2025-W25, not checked',
  ])
  expect(model.table.rows).toEqual([
    ['2025-W23', '2025-06-08', 10, 10, ''],
    ['2025-W24', '2025-06-15', 60, 60.04, 'yes'],
    ['2025-W25', '2025-06-22', null, 60.04, 'not checked'],
  ])
  expect(model.summary).toBe(
    'Weekly closes from 2025-W23 to 2025-W25. 1 change point: 2025-W24, change point: mean level 10.0 before, 60.0 from here.',
  )
  expect(levelsModel(weeks, levels, [], BANDS).summary).toContain('Their level did not change.')
})

test('a week’s address keeps what the dyad’s says already', () => {
  expect(weekHref('/dyads/AZE-RUS', MONDAY)).toBe('/dyads/AZE-RUS?week=2025-W23')
  expect(weekHref('/dyads/AZE-RUS?asOf=2025-07-01', MONDAY)).toBe('/dyads/AZE-RUS?asOf=2025-07-01&week=2025-W23')
})

test('moves stand on the rail of the side that makes them, in order of time, and each answer is a rung', () => {
  const model = ladderModel(
    [
      move('A', { answered: { moves: 1, points: 4, ratio: 4 / 6 } }),
      move('B', { day: MONDAY + 3, direction: 'backward', answers: answer('A') }),
      move('C', { day: MONDAY + 3, answers: answer('A', { sameSide: true, basis: 'analyst' }) }),
    ],
    NAMES,
  )
  expect(model.rows.map(({ id, side }) => [id, side])).toEqual([
    ['A', 'left'],
    ['B', 'right'],
    ['C', 'left'],
  ])
  const [a, b, c] = model.rows.map(({ y }) => y)
  expect(b - a).toBe(c - b)
  expect(model.rungs.map(({ id, from, to, fromSource }) => [id, from, to, fromSource])).toEqual([
    ['B', { side: 'left', y: a }, { side: 'right', y: b }, true],
    ['C', { side: 'left', y: a }, { side: 'left', y: c }, false],
  ])
  expect(model.height).toBeGreaterThan(c)
  expect(model.rows[0].words).toBe(
    '2 Jun 2025, Azerbaijan to Russia: Title A. Answered by 1 move of 4 points, 0.7 times its own.',
  )
  expect(model.rows[1].words).toBe(
    '5 Jun 2025, Russia to Azerbaijan: Title B. Answers “Title A”, 3 days later; a source says so.',
  )
  expect(model.rows[1].note).toBe('5 Jun 2025 · LEG+4 · 3 days later')
  expect(model.summary).toBe('2 coded answers: 1 by Azerbaijan, 1 by Russia. Each move leads to its incident.')
})

test('a fortnight without a move is said between the rows, and takes its room', () => {
  const model = ladderModel([move('A'), move('B', { day: MONDAY + 13 }), move('C', { day: MONDAY + 27 })], NAMES)
  expect(model.pauses.map(({ words }) => words)).toEqual(['14 days'])
  const [a, b, c] = model.rows.map(({ y }) => y)
  expect(c - b).toBeGreaterThan(b - a)
})

test('what is kept from a coder is neither on the ladder nor in its table', () => {
  const kept = { category: null, code: null, rung: null, points: 0, withheld: true } as const
  const hidden = answer('A', { rungChange: null, otherCategory: null })
  const model = ladderModel([move('A', kept), move('B', { ...kept, direction: 'backward', answers: hidden })], NAMES)
  expect(model.rows[1].note).toBe('2 Jun 2025 · yours to code · 3 days later')
  expect(model.table.rows[1]).toEqual([
    'B Title B',
    '2025-06-02',
    'Russia → Azerbaijan',
    'A Title A',
    '3',
    null,
    null,
    'source',
    null,
    null,
  ])
})

test('a lag is told in days, later, earlier or none', () => {
  expect([0, 1, 13, -2].map(lagWords)).toEqual(['the same day', '1 day later', '13 days later', '2 days earlier'])
})

const forecastWeek = (ahead: number, members: number, middle: number, spread: number) => ({
  weeksAhead: ahead,
  weekStart: MONDAY + 7 * ahead,
  members,
  p10: middle - 2 * spread,
  p25: middle - spread,
  p50: middle,
  p75: middle + spread,
  p90: middle + 2 * spread,
})

test('a fan opens from the last close, and a model without spread is a line alone', () => {
  const model = fanModel(
    [week(-1, 38), week(0, 40)],
    week(0, 40),
    [
      { model: 'persistence', weeks: [forecastWeek(1, 20, 41, 2), forecastWeek(2, 20, 42, 3)] },
      { model: 'decayOnly', weeks: [forecastWeek(1, 1, 37, 0), forecastWeek(2, 1, 35, 0)] },
    ],
    BANDS,
  )
  const [persistence, decay] = model.panels
  expect(persistence.median).toEqual([
    [MONDAY + 6, 40],
    [MONDAY + 13, 41],
    [MONDAY + 20, 42],
  ])
  expect(persistence.wide).toEqual([
    [MONDAY + 6, 40],
    [MONDAY + 13, 37],
    [MONDAY + 20, 36],
    [MONDAY + 20, 48],
    [MONDAY + 13, 45],
    [MONDAY + 6, 40],
  ])
  expect(persistence.edges).toHaveLength(2)
  expect([decay.wide, decay.narrow, decay.edges]).toEqual([null, null, []])
  expect(model.recordEnds).toBe(MONDAY + 6.5)
  expect(model.timeDomain).toEqual([MONDAY - 7.5, MONDAY + 20.5])
  expect(model.table.rows[0]).toEqual(['Persistence, 2025-W24', 37, 39, 41, 43, 45, 20])
  expect(model.summary).toBe(
    'The close four weeks after the record by each model. Persistence: median 42.0, 80 % between 36.0 and 48.0. Decay only: 35.0.',
  )
})
