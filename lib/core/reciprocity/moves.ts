import { type MethodParameters, type ScoredIncident, type TermDirection, termOf } from '@/lib/core/scoring'

/** Who moves: `forward` is the dyad's first code against the second. */
export type MoveDirection = Exclude<TermDirection, 'both'>

export const MOVE_DIRECTIONS = ['forward', 'backward'] as const satisfies readonly MoveDirection[]

/** An incident that counts, as one side's move against the other. */
export interface Move {
  id: string
  /** Day on which it starts. */
  day: number
  direction: MoveDirection
  /** −5..−1 or 1..5. */
  rung: number
  category: ScoredIncident['category']
  /** Signed points of full size, v·g (SCORING.md 2.3). */
  points: number
  /** Id of the incident that it answers, as coded. */
  respondsTo: string | null
  /** Whether the source says that it is an answer, or the analyst judges so. */
  respondsBasis: 'source' | 'analyst' | null
}

/** A scored incident with what it answers. */
export type AnsweringIncident = ScoredIncident & Pick<Move, 'respondsTo' | 'respondsBasis'>

export const otherSide = (direction: MoveDirection): MoveDirection => (direction === 'forward' ? 'backward' : 'forward')

/**
 * The moves among a dyad's incidents, in their order: all that count, of either sign, whatever their points. A joint act
 * is no move: both sides make it at once, so neither answers the other by it.
 * @throws RangeError when an incident belongs to another dyad.
 */
export function movesOf(incidents: Iterable<AnsweringIncident>, dyadId: string, params: MethodParameters): Move[] {
  const moves: Move[] = []
  for (const incident of incidents) {
    const term = termOf(incident, dyadId, params)
    if (!term || term.direction === 'both') continue
    const { id, startDay, rung, category, respondsTo, respondsBasis } = incident
    const { direction, points } = term
    moves.push({ id, day: startDay, direction, rung, category, points, respondsTo, respondsBasis })
  }
  return moves
}

/**
 * Moves by day, and those of one day by id, so that no order of theirs in the record can matter. Dates have no time of day:
 * the order within a day is a convention and says nothing about who came first.
 * @throws RangeError when two moves have the same id.
 */
export function inDateOrder(moves: Iterable<Move>): Move[] {
  const ordered = [...moves].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : Number(a.id > b.id)))
  const ids = new Set<string>()
  for (const { id } of ordered) {
    if (ids.has(id)) throw new RangeError(`two moves have the id ${id}`)
    ids.add(id)
  }
  return ordered
}
