import { changePart, type MethodParameters, pointsOn, type Term } from '@/lib/core/scoring'

/** One incident's part of a change of score. */
export interface TermPart {
  id: string
  before: number
  now: number
  change: number
  /** It began after the first of the two days. */
  fresh: boolean
}

/** A day and the points of the whole dyad on it. */
export interface DayTotal {
  day: number
  points: number
}

/**
 * Every incident's part of the change of score between two days (SCORING.md 2.3, 2.15), in the order of the terms; those
 * without points on both days are left out. Parts add up to the change. O(n).
 */
export function partsBetween(
  terms: readonly Term[],
  from: DayTotal,
  to: DayTotal,
  parameters: MethodParameters,
): TermPart[] {
  return terms.flatMap((term) => {
    const [before, now] = [pointsOn(term, from.day), pointsOn(term, to.day)]
    if (before === 0 && now === 0) return []
    const change = changePart(before, now, from.points, to.points, parameters)
    return [{ id: term.id, before, now, change, fresh: term.startDay > from.day }]
  })
}

const byId = (a: TermPart, b: TermPart) => (a.id < b.id ? -1 : Number(a.id > b.id))

/** The parts that raised the score most, strongest first. */
export const strongestUp = (parts: readonly TermPart[], most: number): TermPart[] =>
  parts
    .filter(({ change }) => change > 0)
    .sort((a, b) => b.change - a.change || byId(a, b))
    .slice(0, most)

/** The parts that lowered it most, strongest first. */
export const strongestDown = (parts: readonly TermPart[], most: number): TermPart[] =>
  parts
    .filter(({ change }) => change < 0)
    .sort((a, b) => a.change - b.change || byId(a, b))
    .slice(0, most)
