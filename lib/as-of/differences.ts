import { changePart, type MethodParameters, pointsOn, type Term } from '@/lib/core/scoring'
import { type ScoredRow, termOfRow } from '@/lib/dyads/series-rebuild'

/** An incident that counts otherwise in one record than in another; null where it does not count at all. */
export interface Difference<Row extends ScoredRow> {
  id: string
  said: Row | null
  known: Row | null
  /** Part of the difference of the two scores. */
  effect: number
}

const pointsOf = (term: Term | null, day: number) => (term ? pointsOn(term, day) : 0)

const sameTerm = (a: Term | null, b: Term | null) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The incidents that two records do not have in common, each with its part of the difference of their scores on a day by one
 * method (the formula of SCORING.md 2.3 for a change, with the records in place of two days), largest first. `totals` are the
 * points of the whole on that day. Those that add nothing to it are counted apart; what began only after `until`, when the first
 * record ends, is no difference.
 */
export function differencesOf<Row extends ScoredRow>(
  said: readonly Row[],
  known: readonly Row[],
  { day, until }: { day: number; until: number },
  [total0, total1]: [number, number],
  parameters: MethodParameters,
): { parts: Difference<Row>[]; elsewhere: number } {
  const [before, after] = [said, known].map((rows) => new Map(rows.map((row) => [row.id, row])))
  const parts: Difference<Row>[] = []
  let elsewhere = 0
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [row0, row1] = [before.get(id) ?? null, after.get(id) ?? null]
    const [term0, term1] = [row0, row1].map((row) => row && termOfRow(row, parameters))
    if (sameTerm(term0, term1) || Math.min(term0?.startDay ?? Infinity, term1?.startDay ?? Infinity) > until) continue
    const [points0, points1] = [pointsOf(term0, day), pointsOf(term1, day)]
    if (points0 === points1) elsewhere++
    else parts.push({ id, said: row0, known: row1, effect: changePart(points0, points1, total0, total1, parameters) })
  }
  parts.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.id < b.id ? -1 : 1))
  return { parts, elsewhere }
}
