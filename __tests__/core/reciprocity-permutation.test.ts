import fc from 'fast-check'
import { dayOf } from '@/lib/core/calendar'
import { drawStateOf, fmix32, uniformFrom, uniformOf } from '@/lib/core/hash/uniform'
import { answerRates, type MoveDirection, permutationTest } from '@/lib/core/reciprocity'
import { answeredCount } from '@/lib/core/reciprocity/answers'
import { conservativeP, randomisedP, shiftedInto, shuffleCounts } from '@/lib/core/reciprocity/shift-test'
import golden from '../golden/reference-scores.json'
import { caseMoves, makeMove, movesArb, movesFrom, wholeOf } from './reciprocity-case'

const HISTORIES = 200
/** Largest Kolmogorov–Smirnov distance of 200 uniform numbers at the 1 % level: 1.6276 / √n (Massey 1951). */
const CRITICAL = 1.6276 / Math.sqrt(HISTORIES)
const span = { firstDay: 0, lastDay: 299 }

const sorted = (days: number[]) => Int32Array.from(days).sort()
const uniformDays = (history: number, side: string, count: number) =>
  sorted(Array.from({ length: count }, (_, index) => wholeOf(history, `${side}:${index}`, 300)))

/** Days in bursts of four on neighbouring days, the bursts anywhere on the circle of the span. */
const burstyDays = (history: number, side: string, bursts: number) =>
  sorted(
    Array.from({ length: 4 * bursts }, (_, index) => {
      const burst = Math.floor(index / 4)
      return (wholeOf(history, `${side}:burst:${burst}`, 300) + (index % 4)) % 300
    }),
  )

const sideOf = { even: uniformDays, bursts: burstyDays } as const

/** Counts of 200 histories whose sides know nothing of each other. */
const nullCounts = (kind: keyof typeof sideOf, permutations = 99) =>
  Array.from({ length: HISTORIES }, (_, history) => {
    const size = kind === 'even' ? 8 + wholeOf(history, 'size', 25) : 3 + wholeOf(history, 'size', 5)
    const [own, other] = ['a', 'b'].map((side) => sideOf[kind](history, side, size))
    return shuffleCounts(own, other, { span, windowDays: 14, permutations, seed: history, key: 'shift:forward' })
  })

/** How far the numbers' distribution lies above and below the uniform one at most. */
function distances(values: number[]): { above: number; below: number } {
  const ordered = Float64Array.from(values).sort()
  let [above, below] = [0, 0]
  for (const [index, value] of ordered.entries()) {
    above = Math.max(above, (index + 1) / ordered.length - value)
    below = Math.max(below, value - index / ordered.length)
  }
  return { above, below }
}

test.each(['even', 'bursts'] as const)('p is uniform when neither side answers and moves come %s', (kind) => {
  const values = nullCounts(kind).map((counts, history) => randomisedP(counts, uniformOf(99, history, 'ties')))
  const { above, below } = distances(values)
  expect(Math.max(above, below)).toBeLessThan(CRITICAL)
})

test('the yardstick tells: p of dates drawn anew is not uniform when moves come in bursts', () => {
  const values = Array.from({ length: HISTORIES }, (_, history) => {
    const bursts = 3 + wholeOf(history, 'size', 5)
    const [own, other] = ['a', 'b'].map((side) => burstyDays(history, side, bursts))
    const observed = answeredCount(own, other, 14)
    const anew = new Int32Array(other.length)
    let [above, equal] = [0, 0]
    for (let draw = 0; draw < 99; draw++) {
      const state = drawStateOf(1000 + history, draw)
      for (let at = 0; at < anew.length; at++) anew[at] = Math.floor(uniformFrom(state, fmix32(at)) * 300)
      const count = answeredCount(own, anew.sort(), 14)
      if (count > observed) above++
      else if (count === observed) equal++
    }
    return randomisedP({ above, equal, permutations: 99 }, uniformOf(99, history, 'ties'))
  })
  const { above, below } = distances(values)
  expect(Math.max(above, below)).toBeGreaterThan(CRITICAL)
})

test('the p that is shown is never smaller than the one with broken ties, so it errs on the side of chance', () => {
  const counts = nullCounts('even')
  for (const [history, count] of counts.entries()) {
    expect(conservativeP(count)).toBeGreaterThanOrEqual(randomisedP(count, uniformOf(99, history, 'ties')))
  }
  expect(distances(counts.map(conservativeP)).above).toBeLessThan(CRITICAL)
})

test('p counts the shuffled histories with at least the observed rate, and itself', () => {
  const counts = { above: 3, equal: 2, permutations: 99 }
  expect([conservativeP(counts), randomisedP(counts, 0), randomisedP(counts, 1)]).toEqual([0.06, 0.03, 0.06])
})

test('days shift around the circle of the span and stay in order', () => {
  const shifted = (days: number[], shift: number) => {
    const target = new Int32Array(days.length)
    shiftedInto(target, Int32Array.from(days), shift, { firstDay: 10, lastDay: 19 })
    return [...target]
  }
  expect(shifted([10, 12, 12, 19], 0)).toEqual([10, 12, 12, 19])
  expect(shifted([10, 12, 12, 19], 1)).toEqual([10, 11, 13, 13])
  expect(shifted([10, 12, 12, 19], 8)).toEqual([10, 10, 17, 18])
  expect(shifted([], 3)).toEqual([])
})

test('shifts are those of a plain remainder', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(49)), fc.nat(49), (days, shift) => {
      const target = new Int32Array(days.length)
      shiftedInto(target, sorted(days), shift, { firstDay: 0, lastDay: 49 })
      expect(target).toEqual(sorted(days.map((day) => (day + shift) % 50)))
    }),
  )
})

test('a side that answers each move within three days is found out, and one that keeps its own time is not', () => {
  const answering = Array.from({ length: 15 }, (_, index) => [
    makeMove({ id: `a${index}`, day: 20 * index + wholeOf(1, `a${index}`, 15) }),
    makeMove({
      id: `b${index}`,
      day: 20 * index + wholeOf(1, `a${index}`, 15) + 1 + wholeOf(1, `b${index}`, 3),
      direction: 'backward',
    }),
  ]).flat()
  const found = permutationTest(answering, { ...span, windowDays: 3 })
  expect([found.forward?.rate, found.forward?.tooFew]).toEqual([1, false])
  expect(found.forward?.p).toBeLessThan(0.02)
  expect(found.backward?.p).toBeGreaterThan(0.2)
})

test('with a single answer on a known day p is the share of shifts that answer', () => {
  // Of the 300 shifts, 14 put the answer on days 101 to 114.
  const result = permutationTest(movesFrom('A100 B105'), { ...span, permutations: 20_000 }).forward
  expect(result?.rate).toBe(1)
  expect(Math.abs(Number(result?.p) - 14 / 300)).toBeLessThan(4 * Math.sqrt(((14 / 300) * (286 / 300)) / 20_000))
})

test('the rates are those of the answer rates, and the case has too few moves to judge', () => {
  const range = { firstDay: dayOf(golden.range[0]), lastDay: dayOf(golden.range[1]) }
  const result = permutationTest(caseMoves(), range)
  const rates = answerRates(caseMoves(), range)
  for (const direction of ['forward', 'backward'] satisfies MoveDirection[]) {
    const test = result[direction]
    expect([test?.rate, test?.tooFew, test?.permutations]).toEqual([rates[direction].rate, true, 999])
    expect(test?.p).toBe((1 + Number(test?.atLeast)) / 1000)
  }
})

test('a side without moves cannot be tested', () => {
  expect(permutationTest(movesFrom('A5 A6'), span)).toEqual({ forward: null, backward: null })
  expect(permutationTest([], span)).toEqual({ forward: null, backward: null })
})

test('p is repeatable, the same for any order of moves, and another seed gives another one', () => {
  const moves = movesFrom('A5 B9 A60 B70 A110 B130 A200 B204 A250 B280')
  const at = (seed: number) => permutationTest(moves, { ...span, seed }).forward?.p
  expect(new Set([1, 2, 3, 4].map(at)).size).toBeGreaterThan(1)
  fc.assert(
    fc.property(movesArb, fc.nat(), (any, seed) => {
      const options = { ...span, permutations: 20, seed }
      expect(permutationTest([...any].reverse(), options)).toEqual(permutationTest(any, options))
    }),
  )
})

test('no permutations, part of one, and a window of none are refused', () => {
  for (const permutations of [0, -1, 2.5, Number.NaN]) {
    expect(() => permutationTest([], { ...span, permutations })).toThrow(RangeError)
  }
  expect(() => permutationTest([], { ...span, windowDays: 0 })).toThrow(RangeError)
})

test('999 permutations of eight hundred moves take less than a second', () => {
  const moves = Array.from({ length: 800 }, (_, index) =>
    makeMove({ id: `M-${index}`, day: wholeOf(7, `m${index}`, 3650), direction: index % 2 ? 'forward' : 'backward' }),
  )
  const began = performance.now()
  expect(permutationTest(moves, { firstDay: 0, lastDay: 3649 }).forward?.permutations).toBe(999)
  expect(performance.now() - began).toBeLessThan(1000)
})
