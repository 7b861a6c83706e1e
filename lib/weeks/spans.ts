import { weekEndOf } from '@/lib/core/calendar'
import type { MethodParameters, Term } from '@/lib/core/scoring'
import type { WeekView } from '@/lib/dyads/views'
import { partsBetween, strongestDown, strongestUp, type TermPart } from './changes'
import type { SpanChange } from './views'

/** The weeks over which a change is told. */
export const SPANS = [1, 4, 52] as const

/** Incidents told in each direction: three for a week; of what raised a longer span, which has more in it, five. */
const MOST_DRIVERS = 3
const MOST_OF_LONGER = 5

/** A change with its strongest parts, not yet with their incidents. */
export interface PartedSpan extends Omit<SpanChange, 'up' | 'down'> {
  up: TermPart[]
  down: TermPart[]
}

/** What moved the close of one week to that of another; from nothing where the record begins with the second. O(n). */
export function partsOfWeeks(
  from: WeekView | undefined,
  to: WeekView,
  terms: readonly Term[],
  parameters: MethodParameters,
): TermPart[] {
  const before = from
    ? { day: weekEndOf(from.weekStart), points: from.figures.points }
    : { day: to.weekStart - 1, points: 0 }
  return partsBetween(terms, before, { day: to.lastDay, points: to.figures.points }, parameters)
}

/** The changes of the close of week `at` over one, four and 52 weeks; without a change where the record began later. O(n). */
export const spansOf = (
  weeks: readonly WeekView[],
  at: number,
  terms: readonly Term[],
  parameters: MethodParameters,
): PartedSpan[] =>
  SPANS.map((length) => {
    const [from, to] = [weeks[at - length], weeks[at]]
    if (!from) return { weeks: length, from: null, change: null, up: [], down: [] }
    const parts = partsOfWeeks(from, to, terms, parameters)
    const { weekStart, weekId, close, coverage } = from
    return {
      weeks: length,
      from: { weekStart, weekId, close, coverage },
      change: to.close - close,
      up: strongestUp(parts, length === 1 ? MOST_DRIVERS : MOST_OF_LONGER),
      down: strongestDown(parts, MOST_DRIVERS),
    }
  })
