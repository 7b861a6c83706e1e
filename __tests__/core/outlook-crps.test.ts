import fc from 'fast-check'
import { coverage80, crpsOfEnsemble, interval80Of } from '@/lib/core/outlook'
import { expectClose } from './golden'

/** E|X − y| − E|X − X'| / 2, over all pairs of members. */
function byDefinition(members: readonly number[], observed: number): number {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const pairs = members.flatMap((one) => members.map((other) => Math.abs(one - other)))
  return meanOf(members.map((member) => Math.abs(member - observed))) - meanOf(pairs) / 2
}

const scoreArb = fc.double({ min: -100, max: 100, noNaN: true })
const ensembleArb = fc.array(scoreArb, { minLength: 1, maxLength: 40 })
const crpsOf = (members: readonly number[], observed: number) => crpsOfEnsemble(members, observed) ?? Number.NaN

test('two members 0 and 1 have 0.25 between and at them, and 1.25 one above', () => {
  for (const observed of [0, 0.25, 0.5, 1]) expect(crpsOf([0, 1], observed)).toBe(0.25)
  expect(crpsOf([1, 0], 2)).toBe(1.25)
  expect(crpsOf([0, 1], -1)).toBe(1.25)
})

test('members 1, 2 and 6 have 14/9 at 4 and 7/9 at 3 by hand', () => {
  // Mean distances 7/3 and 2, half the mean distance of pairs (1 + 5 + 4) · 2 / 9 / 2 = 10/9.
  expectClose(crpsOf([6, 1, 2], 4), 7 / 3 - 10 / 9)
  expectClose(crpsOf([1, 2, 6], 3), 2 - 10 / 9)
})

test('a point mass has its absolute error', () => {
  fc.assert(
    fc.property(scoreArb, scoreArb, fc.integer({ min: 1, max: 9 }), (member, observed, size) => {
      expect(crpsOf(new Array<number>(size).fill(member), observed)).toBe(Math.abs(member - observed))
    }),
  )
})

test('the sorted sum equals the definition over all pairs', () => {
  fc.assert(
    fc.property(ensembleArb, scoreArb, (members, observed) => {
      expectClose(crpsOf(members, observed), byDefinition(members, observed))
    }),
  )
})

test('the score is never below 0, and 0 only for a point mass on what came', () => {
  const few = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(few, fc.integer({ min: -2, max: 2 }), (members, observed) => {
      expect(crpsOf(members, observed) === 0).toBe(members.every((member) => member === observed))
    }),
  )
  fc.assert(fc.property(ensembleArb, scoreArb, (members, observed) => crpsOf(members, observed) >= 0))
})

test('members given twice and in another order have the same score, and are left as they are', () => {
  fc.assert(
    fc.property(ensembleArb, scoreArb, (members, observed) => {
      const copy = [...members]
      expectClose(crpsOf([...members.toReversed(), ...members], observed), crpsOf(members, observed))
      expect(members).toEqual(copy)
    }),
  )
})

test('no members have no score, no interval and no coverage', () => {
  expect([crpsOfEnsemble([], 1), interval80Of([]), coverage80([])]).toEqual([undefined, undefined, undefined])
})

test('the 80 % interval of 0 to 10 goes from 1 to 9', () => {
  expect(interval80Of([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])).toEqual({ low: 1, high: 9 })
})

test('coverage is the share of what came within, ends included, and a single value has none', () => {
  const ensemble = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const seen = [0.9, 1, 5, 9, 9.1].map((observed) => ({ ensemble, observed }))
  expect(coverage80(seen)).toBe(0.6)
  expect(coverage80([{ ensemble: [5], observed: 5 }])).toBeUndefined()
  expect(coverage80([...seen, { ensemble: [5], observed: 5 }])).toBe(0.6)
})
