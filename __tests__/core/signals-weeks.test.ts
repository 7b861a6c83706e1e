import fc from 'fast-check'
import { dayOf, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { bandDowns, bandUps, jumps, type SignalWeek, signalsOf, signalsOfWeek } from '@/lib/core/signals'
import { makeIncident, recordArb } from './arbitraries'
import { caseIncidents, caseWeeks, kindsOf, MONDAY, onlyOf, weeksOf } from './signals-case'

const params = DEFAULT_PARAMETERS
const idsFrom = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `RA-0${from + index}`)

test('the week of the raid is a record, unusual, a change point, two bands up and a jump', () => {
  const signals = signalsOfWeek(caseWeeks(), caseIncidents(), params, weekStartFromId('2025-W26'))
  const behind = idsFrom(10, 16)
  expect(onlyOf(signals, 'record')).toMatchObject({ since: null, began: dayOf('2024-11-25'), ids: behind })
  expect(onlyOf(signals, 'unusual').z).toBeCloseTo(24.026095295196, 9)
  expect(onlyOf(signals, 'changePoint').ids).toEqual(behind)
  expect(onlyOf(signals, 'bandUp')).toMatchObject({ bandBefore: { name: 'Tense' }, bandAfter: { name: 'Severe' } })
  const jump = onlyOf(signals, 'jump')
  expect(jump.after - jump.before).toBeCloseTo(38.837883952881, 9)
  expect(jump.ids).toEqual(behind)
})

test('a change point of the case falls within a week of 27 June 2025', () => {
  const points = signalsOf(caseWeeks(), caseIncidents(), params).filter(({ signals }) =>
    signals.some(({ kind }) => kind === 'changePoint'),
  )
  expect(points.map(({ weekStart }) => weekStart)).toEqual(
    ['2024-W52', '2025-W06', '2025-W26'].map((week) => weekStartFromId(week)),
  )
  expect(Math.abs(weekStartFromId('2025-W26') - dayOf('2025-06-27'))).toBeLessThanOrEqual(7)
})

test('bands and jumps are told from one close to the next', () => {
  const closes = [12, 9.94, 9.95, 24.949, 40, 24.9, -12, 0]
  const named = (moves: ReturnType<typeof bandUps>) =>
    moves.map(({ index, bandBefore, bandAfter }) => [index, bandBefore.name, bandAfter.name])
  expect(named(bandUps(closes, params))).toEqual([
    [2, 'Calm', 'Strained'],
    [4, 'Strained', 'Tense'],
    [7, 'Cooperative', 'Calm'],
  ])
  expect(named(bandDowns(closes, params))).toEqual([
    [1, 'Strained', 'Calm'],
    [5, 'Tense', 'Strained'],
    [6, 'Strained', 'Cooperative'],
  ])
  expect(jumps([0, 15, 29.9, 10, 25])).toEqual([
    { index: 1, before: 0, after: 15 },
    { index: 4, before: 10, after: 25 },
  ])
})

test('the first week has nothing to be compared with', () => {
  expect(kindsOf(signalsOf(weeksOf([80]), [], params))).toEqual({})
  expect([bandUps([80], params), jumps([80]), bandUps([], params), jumps([])]).toEqual([[], [], [], []])
})

test('a record tells the close before, the week that was as high, and where the record began', () => {
  const [, , , week] = signalsOf(weeksOf([5, 9, 4, 8]), [], params)
  expect(onlyOf(week.signals, 'record')).toEqual({
    kind: 'record',
    weekStart: MONDAY + 21,
    before: 4,
    after: 8,
    since: MONDAY + 7,
    began: MONDAY,
    ids: [],
  })
})

test('behind a rise are the week’s escalatory incidents, behind a fall its relief, behind a change point both', () => {
  const week = [
    makeIncident({ id: 'rise', startDay: MONDAY + 14 }),
    makeIncident({ id: 'relief', startDay: MONDAY + 20, rung: -2 }),
    makeIncident({ id: 'later', startDay: MONDAY + 21 }),
  ]
  const risen = signalsOf(weeksOf([0, 0, 30, 30]), week, params)[2].signals
  expect(onlyOf(risen, 'bandUp').ids).toEqual(['rise'])
  expect(onlyOf(risen, 'record').ids).toEqual(['rise'])
  expect(onlyOf(risen, 'jump').ids).toEqual(['rise'])
  expect(onlyOf(risen, 'changePoint').ids).toEqual(['rise', 'relief'])
  expect(onlyOf(risen, 'changePoint')).toMatchObject({ before: 0, after: 30 })
  expect(onlyOf(signalsOf(weeksOf([30, 30, 2, 2]), week, params)[2].signals, 'bandDown').ids).toEqual(['relief'])
})

test('an unusual week tells its z and its inflow', () => {
  const inflows = [1, 3, 1, 3, 1, 3, 1, 3, 12]
  const parts = Object.fromEntries(inflows.map((inflow, index) => [index, { inflow }]))
  const signals = signalsOf(
    weeksOf(
      inflows.map(() => 0),
      parts,
    ),
    [],
    params,
  )
  expect(kindsOf(signals)).toEqual({ 8: ['unusual'] })
  expect(onlyOf(signals[8].signals, 'unusual')).toMatchObject({ inflow: 12, z: expect.closeTo(6.744897502, 9) })
})

test('a week in progress tells of new fronts and top rungs only, and moves no other week', () => {
  const incidents = [makeIncident({ id: 'top', startDay: MONDAY + 63, rung: 5, category: 'security' })]
  const closes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 80]
  const parts = Object.fromEntries(closes.map((_, index) => [index, { inflow: index % 2 }]))
  const last = { inflow: 90 }
  expect(kindsOf(signalsOf(weeksOf(closes, { ...parts, 9: last }), incidents, params))[9]).toEqual(
    expect.arrayContaining(['record', 'unusual', 'newFront', 'topRung', 'bandUp', 'jump']),
  )
  const running = weeksOf(closes, { ...parts, 9: { ...last, inProgress: true } })
  expect(kindsOf(signalsOf(running, incidents, params))).toEqual({ 9: ['newFront', 'topRung'] })
})

test('a week that is not covered tells nothing and is no quiet week to compare with', () => {
  const closes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 40]
  const covered = weeksOf(closes, { 9: { inflow: 30 } })
  const blind = covered.map((week): SignalWeek => ({ ...week, coverage: 'not_checked' }))
  expect(kindsOf(signalsOf(covered, [], params))).toEqual({ 9: ['record', 'changePoint', 'bandUp', 'jump'] })
  expect(kindsOf(signalsOf(blind, [], params))).toEqual({})
  const inflows = [1, 3, 1, 3, 1, 3, 1, 3, 12].map((inflow, index) => [index, { inflow }] as const)
  const gap = { ...Object.fromEntries(inflows), 3: { inflow: 3, coverage: 'not_checked' as const } }
  expect(
    kindsOf(
      signalsOf(
        weeksOf(
          inflows.map(() => 0),
          gap,
        ),
        [],
        params,
      ),
    ),
  ).toEqual({})
})

test('an incident without points is behind no signal', () => {
  const incidents = [
    makeIncident({ id: 'improbable', startDay: MONDAY + 14, rung: 5, reliability: 'E', credibility: 5 }),
    makeIncident({ id: 'draft', startDay: MONDAY + 14, rung: 5, status: 'draft' }),
  ]
  const signals = signalsOf(weeksOf([0, 0, 30, 30]), incidents, params)[2].signals
  expect(signals.map(({ kind }) => kind)).toEqual(['record', 'changePoint', 'bandUp', 'jump'])
  expect(signals.flatMap(({ ids }) => ids)).toEqual([])
})

test('there is one list a week in the order of the weeks, and a week not among them has none', () => {
  const weeks = weeksOf([0, 20, 40])
  expect(signalsOf(weeks, [], params).map(({ weekStart }) => weekStart)).toEqual(weeks.map((week) => week.weekStart))
  expect(signalsOf([], [], params)).toEqual([])
  expect(signalsOfWeek(weeks, [], params, MONDAY + 70)).toEqual([])
  expect(signalsOfWeek(weeks, [], params, MONDAY + 7)).toEqual(signalsOf(weeks, [], params)[1].signals)
})

test('weeks that do not follow each other are refused', () => {
  const broken = [
    weeksOf([0, 1], { 1: { weekStart: MONDAY + 14 } }),
    weeksOf([0, 1], { 1: { weekStart: MONDAY } }),
    weeksOf([0], { 0: { weekStart: MONDAY + 1 } }),
    weeksOf([0, 1], { 0: { inProgress: true } }),
  ]
  for (const weeks of broken) expect(() => signalsOf(weeks, [], params)).toThrow(RangeError)
})

test('every id told is of an incident of that week, and shifting all by whole weeks shifts the signals', () => {
  const closesArb = fc.array(fc.integer({ min: -60, max: 90 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(recordArb(), closesArb, fc.integer({ min: -60, max: 60 }), (record, closes, shift) => {
      const weeks = weeksOf(closes)
      const days = new Map(record.map(({ id, startDay }) => [id, startDay]))
      const told = signalsOf(weeks, record, params)
      for (const { weekStart, signals } of told) {
        for (const id of signals.flatMap(({ ids }) => ids)) {
          expect(weekStartOf(days.get(id) ?? Number.NaN)).toBe(weekStart)
        }
      }
      const moved = signalsOf(
        weeks.map((week) => ({ ...week, weekStart: week.weekStart + 7 * shift })),
        record.map((incident) => ({ ...incident, startDay: incident.startDay + 7 * shift })),
        params,
      )
      expect(kindsOf(moved)).toEqual(kindsOf(told))
      expect(moved.flatMap(({ signals }) => signals.map(({ ids }) => ids))).toEqual(
        told.flatMap(({ signals }) => signals.map(({ ids }) => ids)),
      )
    }),
  )
})
