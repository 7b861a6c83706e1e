import type { Move } from '@/lib/core/reciprocity'
import type { IncidentFacts } from '@/lib/dyads/incident-facts'
import { ladderOf } from '@/lib/patterns/ladder'
import { makeMove } from './reciprocity-case'

const factsOf = ({ id, day, category, rung, respondsTo, respondsBasis }: Move): IncidentFacts => ({
  dyadId: 'ARM-AZE',
  id,
  actor: 'ARM',
  target: 'AZE',
  mutual: false,
  kind: 'incident',
  status: 'approved',
  category,
  rung,
  persistence: 'short',
  startDay: day,
  endDay: null,
  ongoing: false,
  grades: 'A',
  credibility: 1,
  code: 'DIP+2',
  title: `Title ${id}`,
  confidence: 'high',
  respondsTo,
  respondsBasis,
})

const idOf = (index: number) => `M-${String(index).padStart(3, '0')}`

/** A move a day, each of the other side than the one before, which it answers. */
const chainOf = (length: number): Move[] =>
  Array.from({ length }, (_, index) =>
    makeMove({
      id: idOf(index),
      day: index,
      direction: index % 2 === 0 ? 'forward' : 'backward',
      respondsTo: index === 0 ? null : idOf(index - 1),
      respondsBasis: 'source',
    }),
  )

const ladder = (moves: Move[], most = 60, owed: string[] = []) =>
  ladderOf(moves, moves.map(factsOf), new Set(owed), most)

test('of more answers than are drawn the latest are, each with what it answers, and how many there are is said', () => {
  const told = ladder(chainOf(71))
  expect([told.drawnAnswers, told.allAnswers, told.ladder.length]).toEqual([60, 70, 61])
  expect(told.ladder[0]).toMatchObject({ id: idOf(10), answers: null, answered: { moves: 1 } })
  expect(told.ladder.at(-1)).toMatchObject({ id: idOf(70), answers: { id: idOf(69), lagDays: 1 }, answered: null })
})

test('moves that neither answer nor are answered are counted, not drawn', () => {
  const told = ladder([...chainOf(2), makeMove({ id: 'X', day: 9 }), makeMove({ id: 'Y', day: 9, respondsTo: 'gone' })])
  expect(told.standAlone).toBe(2)
  expect(told.ladder.map(({ id }) => id)).toEqual([idOf(0), idOf(1)])
})

test('of a move whose coding is kept from the viewer neither rung nor category is told, nor what would give them away', () => {
  const [, answer, next, last] = ladder(chainOf(4), 60, [idOf(1)]).ladder
  expect(answer).toMatchObject({ withheld: true, code: null, rung: null, category: null, points: 0, answered: null })
  expect(answer.answers).toMatchObject({ lagDays: 1, rungChange: null, otherCategory: null })
  expect(next.answers).toMatchObject({ rungChange: null, otherCategory: null })
  expect(next).toMatchObject({ code: 'DIP+2', answered: { moves: 1 } })
  expect(last.answers).toMatchObject({ rungChange: 0, otherCategory: false })
  const [first] = ladder(chainOf(4), 60, [idOf(1)]).ladder
  expect(first.answered).toBeNull()
})

test('nothing coded as an answer makes no ladder', () => {
  expect(ladder([makeMove()])).toEqual({ ladder: [], drawnAnswers: 0, allAnswers: 0, standAlone: 1 })
})
