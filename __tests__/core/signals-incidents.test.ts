import fc from 'fast-check'
import type { ScoredIncident } from '@/lib/core/scoring'
import { firsts, newFronts, topRungs } from '@/lib/core/signals'
import { makeIncident, recordArb } from './arbitraries'

const onDay = (startDay: number, parts: Partial<ScoredIncident> = {}) =>
  makeIncident({ id: `D${startDay}`, startDay, ...parts })
const daysOf = (found: readonly { day: number }[]) => found.map(({ day }) => day)

test('the first escalatory incident of a category opens a front, the next one does not', () => {
  expect(newFronts([onDay(3), onDay(40)])).toEqual([{ category: 'diplomatic', day: 3, since: null, ids: ['D3'] }])
})

test('a category quiet for 365 days opens anew, one quiet for 364 does not', () => {
  expect(newFronts([onDay(0), onDay(365)])[1]).toEqual({ category: 'diplomatic', day: 365, since: 0, ids: ['D365'] })
  expect(daysOf(newFronts([onDay(0), onDay(364)]))).toEqual([0])
  expect(daysOf(newFronts([onDay(0), onDay(364), onDay(728)]))).toEqual([0])
})

test('each category has fronts of its own', () => {
  const fronts = newFronts([onDay(0), onDay(1, { category: 'cyber' }), onDay(2)])
  expect(fronts.map(({ category, day }) => [category, day])).toEqual([
    ['diplomatic', 0],
    ['cyber', 1],
  ])
})

test('relief neither opens a front nor keeps one open', () => {
  expect(newFronts([onDay(0, { rung: -3 })])).toEqual([])
  expect(daysOf(newFronts([onDay(0), onDay(200, { rung: -1 }), onDay(366)]))).toEqual([0, 366])
})

test('incidents of the day that opens a front are all behind it', () => {
  const [front] = newFronts([onDay(5, { id: 'B' }), onDay(5, { id: 'A' }), onDay(6, { id: 'C' })])
  expect(front.ids).toEqual(['A', 'B'])
})

test('every +5 is a top rung, and nothing else is', () => {
  const rungs = [5, 4, -5, 5].map((rung, day) => onDay(day, { rung, category: 'security' }))
  expect(topRungs(rungs)).toEqual([
    { id: 'D0', category: 'security', day: 0 },
    { id: 'D3', category: 'security', day: 3 },
  ])
})

test('the first of a code and of a category are told once, with the incidents of that day', () => {
  const found = firsts([
    onDay(1, { rung: 2 }),
    onDay(2, { rung: 2 }),
    onDay(3, { rung: -1 }),
    onDay(4, { category: 'cyber', rung: 3, id: 'Y' }),
    onDay(4, { category: 'cyber', rung: 3, id: 'X' }),
  ])
  expect(found.map(({ scope, code, day, ids }) => [scope, code, day, ids.join()])).toEqual([
    ['category', 'DIP+2', 1, 'D1'],
    ['code', 'DIP+2', 1, 'D1'],
    ['code', 'DIP-1', 3, 'D3'],
    ['category', 'CYB+3', 4, 'X,Y'],
    ['code', 'CYB+3', 4, 'X,Y'],
  ])
})

test('what is not approved and what is context is no first, no front and no top rung', () => {
  const uncounted = [
    onDay(0, { status: 'draft', rung: 5 }),
    onDay(1, { status: 'in_review', rung: 5 }),
    onDay(2, { status: 'retracted', rung: 5 }),
    onDay(3, { kind: 'context', rung: 5 }),
  ]
  expect([firsts(uncounted), newFronts(uncounted), topRungs(uncounted)]).toEqual([[], [], []])
  expect(daysOf(newFronts([...uncounted, onDay(9)]))).toEqual([9])
})

test('no incidents give none of them', () => {
  expect([firsts([]), newFronts([]), topRungs([])]).toEqual([[], [], []])
})

test('the order of incidents changes nothing', () => {
  const shuffled = recordArb().chain((record) =>
    fc.tuple(fc.constant(record), fc.shuffledSubarray(record, { minLength: record.length })),
  )
  fc.assert(
    fc.property(shuffled, ([record, other]) => {
      expect(firsts(other)).toEqual(firsts(record))
      expect(newFronts(other)).toEqual(newFronts(record))
      expect(topRungs(other)).toEqual(topRungs(record))
    }),
  )
})

test('a front is new just when no escalatory incident of its category lies in the 364 days before', () => {
  fc.assert(
    fc.property(recordArb(), (record) => {
      const escalatory = record.filter(({ rung }) => rung > 0)
      const isNew = ({ category, startDay }: ScoredIncident) =>
        !escalatory.some((one) => one.category === category && one.startDay < startDay && startDay - one.startDay < 365)
      const expected = escalatory.filter(isNew).map(({ id }) => id)
      expect(
        newFronts(record)
          .flatMap(({ ids }) => ids)
          .toSorted(),
      ).toEqual(expected.toSorted())
    }),
  )
})
