import fc from 'fast-check'
import { dayOf } from '@/lib/core/calendar'
import { answerRates, type Move, type MoveDirection } from '@/lib/core/reciprocity'
import golden from '../golden/reference-scores.json'
import { expectMatches } from './golden'
import { caseMoves, movesArb, movesFrom } from './reciprocity-case'

const range = { firstDay: dayOf(golden.range[0]), lastDay: dayOf(golden.range[1]) }
const span = { firstDay: 0, lastDay: 120 }

/** The rate and base rate of a direction as the words say them, one day after the other. */
function plainRates(moves: Move[], direction: MoveDirection, windowDays: number): [number, number] {
  const own = moves.filter((move) => move.direction === direction)
  const other = moves.filter((move) => move.direction !== direction)
  const isAnswered = (day: number) => other.some((move) => move.day > day && move.day <= day + windowDays)
  let days = 0
  for (let day = span.firstDay; day <= span.lastDay; day++) if (isAnswered(day)) days++
  return [own.filter(({ day }) => isAnswered(day)).length, days / (span.lastDay - span.firstDay + 1)]
}

test('the answer rates of the case are golden over the 225 days of its record', () => {
  const { forward, backward } = answerRates(caseMoves(), { ...range, windowDays: golden.reciprocity.window })
  expectMatches({ 'AZE>RUS': forward, 'RUS>AZE': backward }, golden.reciprocity.response)
  expect([forward.tooFew, backward.tooFew]).toEqual([true, true])
})

test('the window is fourteen days unless another is given', () => {
  expect(answerRates(caseMoves(), range)).toEqual(answerRates(caseMoves(), { ...range, windowDays: 14 }))
  expect(answerRates(caseMoves(), { ...range, windowDays: 3 }).forward.answered).toBe(5)
})

test('an answer falls on a strictly later day, and on the last day of the window at the latest', () => {
  const answered = (text: string) => answerRates(movesFrom(text), { ...span, windowDays: 14 }).forward.answered
  expect([answered('A10 B10'), answered('A10 B11'), answered('A10 B24'), answered('A10 B25')]).toEqual([0, 1, 1, 0])
})

test('latencies go to the first answer, and their median lies between two', () => {
  expect(answerRates(movesFrom('A10 A20 A30 B12 B13 B25'), span).forward).toEqual({
    moves: 3,
    answered: 2,
    rate: 2 / 3,
    // Days 0 to 11, 12 and 13 to 24 see an answer within 14 days: 25 of 121.
    baseRate: 25 / 121,
    lift: 2 / 3 / (25 / 121),
    medianLatencyDays: 3.5,
    tooFew: true,
  })
})

test('moves outside the span are left out', () => {
  const narrow = { firstDay: 10, lastDay: 20 }
  const { forward, backward } = answerRates(movesFrom('A9 A15 B18 B21'), narrow)
  expect([forward.moves, forward.answered, backward.moves]).toEqual([1, 1, 1])
  expect(forward.baseRate).toBe(8 / 11)
})

test('a side without moves has no rate, and nobody to answer makes no lift', () => {
  const { forward, backward } = answerRates(movesFrom('B5 B50'), span)
  expect([forward.moves, forward.rate, forward.lift, forward.medianLatencyDays]).toEqual([0, null, null, null])
  expect([backward.rate, backward.baseRate, backward.lift, backward.medianLatencyDays]).toEqual([0, 0, null, null])
})

test('ten moves of either side are enough to judge, nine of one are too few for both', () => {
  const sides = (a: number, b: number) => [
    ...Array.from({ length: a }, (_, day) => `A${day}`),
    ...Array.from({ length: b }, (_, day) => `B${day}`),
  ]
  const tooFew = (a: number, b: number) => {
    const { forward, backward } = answerRates(movesFrom(sides(a, b).join(' ')), span)
    return [forward.tooFew, backward.tooFew]
  }
  expect([tooFew(10, 10), tooFew(9, 10), tooFew(10, 9)]).toEqual([
    [false, false],
    [true, true],
    [true, true],
  ])
})

test('rates are those of a plain count of moves and days', () => {
  fc.assert(
    fc.property(movesArb, fc.integer({ min: 1, max: 40 }), (moves, windowDays) => {
      const rates = answerRates(moves, { ...span, windowDays })
      for (const direction of ['forward', 'backward'] as const) {
        const { answered, baseRate } = rates[direction]
        expect([answered, baseRate]).toEqual(plainRates(moves, direction, windowDays))
      }
    }),
  )
})

test('exchanging the sides exchanges the rates, and shifting all days keeps them', () => {
  fc.assert(
    fc.property(movesArb, fc.integer({ min: -9000, max: 9000 }), (moves, days) => {
      const { forward, backward } = answerRates(moves, span)
      const swapped = moves.map(
        (move): Move => ({ ...move, direction: move.direction === 'forward' ? 'backward' : 'forward' }),
      )
      expect(answerRates(swapped, span)).toEqual({ forward: backward, backward: forward })
      const shifted = moves.map((move) => ({ ...move, day: move.day + days }))
      expect(answerRates(shifted, { firstDay: days, lastDay: 120 + days })).toEqual({ forward, backward })
    }),
  )
})

test('a wider window never answers fewer moves', () => {
  fc.assert(
    fc.property(movesArb, fc.integer({ min: 1, max: 40 }), (moves, windowDays) => {
      const [narrow, wide] = [windowDays, windowDays + 1].map((days) =>
        answerRates(moves, { ...span, windowDays: days }),
      )
      expect(wide.forward.answered).toBeGreaterThanOrEqual(narrow.forward.answered)
      expect(wide.forward.baseRate).toBeGreaterThanOrEqual(narrow.forward.baseRate)
    }),
  )
})

test('parts of days, a window of none and a span that ends before it begins are refused', () => {
  const moves = movesFrom('A1 B2')
  for (const windowDays of [0, -1, 1.5, Number.NaN])
    expect(() => answerRates(moves, { ...span, windowDays })).toThrow(RangeError)
  expect(() => answerRates(moves, { firstDay: 2, lastDay: 1 })).toThrow(RangeError)
  expect(() => answerRates(moves, { firstDay: 0.5, lastDay: 1 })).toThrow(RangeError)
  expect(() => answerRates([{ ...moves[0], day: 0.5 }], span)).toThrow(RangeError)
})
