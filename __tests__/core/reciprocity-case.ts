import fc from 'fast-check'
import { CATEGORIES } from '@/lib/core/codebook'
import { uniformOf } from '@/lib/core/hash/uniform'
import { type Move, movesOf } from '@/lib/core/reciprocity'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import caseFile from '@/prisma/cases/rus-aze/incidents.json'
import { caseRecord } from './golden'

/** A protest of the first side on day 0 that answers nothing, but for the given parts. */
export const makeMove = (parts: Partial<Move> = {}): Move => ({
  id: 'M-001',
  day: 0,
  direction: 'forward',
  rung: 2,
  category: 'diplomatic',
  points: 2,
  respondsTo: null,
  respondsBasis: null,
  ...parts,
})

const basisOf = (text: string): Move['respondsBasis'] => (text === 'source' || text === 'analyst' ? text : null)

/** The worked case's incidents with what they answer. */
export function caseIncidents() {
  const answers = new Map(caseFile.incidents.map((row) => [row.id, row]))
  return caseRecord().rows.flatMap(({ id, incident }) => {
    const row = answers.get(id)
    if (!incident || !row) return []
    return [{ ...incident, respondsTo: row.responds_to || null, respondsBasis: basisOf(row.responds_basis) }]
  })
}

/** The moves of the worked case. */
export const caseMoves = (): Move[] => movesOf(caseIncidents(), caseRecord().dyadId, DEFAULT_PARAMETERS)

/** Moves from a text such as `A3 B5 A5`: side A is forward, the number is the day. */
export const movesFrom = (text: string): Move[] =>
  text.split(' ').map((word, index) =>
    makeMove({
      id: `M-${String(index + 1).padStart(3, '0')}`,
      direction: word.startsWith('A') ? 'forward' : 'backward',
      day: Number(word.slice(1)),
    }),
  )

/** Up to thirty moves on days 0 to 120, each answering any of them, itself or nothing. */
export const movesArb: fc.Arbitrary<Move[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 120 }),
      direction: fc.constantFrom('forward' as const, 'backward' as const),
      rung: fc.constantFrom(-5, -4, -3, -2, -1, 1, 2, 3, 4, 5),
      category: fc.constantFrom(...CATEGORIES),
      points: fc.double({ min: -8, max: 16, noNaN: true }),
      answers: fc.option(fc.nat(29)),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map(({ answers, ...parts }, index) =>
      makeMove({ ...parts, id: `M-${index}`, respondsTo: answers === null ? null : `M-${answers}` }),
    ),
  )

/** A whole number from 0 up to `below`, a pure function of history and key. */
export const wholeOf = (history: number, key: string, below: number): number =>
  Math.floor(uniformOf(4711, history, key) * below)
