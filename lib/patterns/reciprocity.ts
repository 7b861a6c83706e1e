import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekEndOf } from '@/lib/core/calendar'
import {
  answerRates,
  type DaySpan,
  DEFAULT_WINDOW_DAYS,
  grangerOfInflow,
  movesOf,
  permutationTest,
  transitions,
} from '@/lib/core/reciprocity'
import type { Reading } from '@/lib/dyads/series-source'
import type { WeekView } from '@/lib/dyads/views'
import { ladderOf, MOST_ANSWERS } from './ladder'
import { isCovered, patternRecord } from './record'
import type { ReciprocityView } from './views'

function spanOf(weeks: readonly WeekView[]): DaySpan | null {
  const [first, last] = [weeks[0], weeks.at(-1)]
  return first && last ? { firstDay: first.weekStart, lastDay: weekEndOf(last.weekStart) } : null
}

/**
 * Who answers whom in a dyad (SCORING.md 2.10): the coded chains as a ladder, and over the weeks up to the last one that is over and
 * covered how often each side's moves are answered, against chance and against shuffled dates, who moves next, and Granger's
 * test where the record is long enough. `answers` is how many coded ones are told at most, the latest. O(n log n + permutations × n) over the dyad's incidents: some 0.2 s of work for 5,000.
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`; NOT_FOUND for a dyad of which nothing is known in that reading.
 */
export async function dyadReciprocity(
  viewer: Viewer,
  dyadId: string,
  { answers = MOST_ANSWERS, ...reading }: { answers?: number } & Reading = {},
): Promise<ReciprocityView> {
  authorize(viewer, 'dyad:read')
  const { closed, facts, incidents, method, owed } = await patternRecord(viewer, dyadId, reading)
  const answering = incidents.map((incident, index) => {
    const { respondsTo, respondsBasis } = facts[index]
    return { ...incident, respondsTo, respondsBasis }
  })
  const moves = movesOf(answering, dyadId, method.parameters)
  const span = spanOf(closed)
  const judged = span ? moves.filter(({ day }) => day >= span.firstDay && day <= span.lastDay) : []
  return {
    methodId: method.id,
    span,
    uncheckedWeeks: closed.filter((week) => !isCovered(week)).length,
    windowDays: DEFAULT_WINDOW_DAYS,
    rates: span && answerRates(judged, span),
    tests: span && permutationTest(judged, span),
    transitions: transitions(judged),
    granger: grangerOfInflow(closed.map(({ inflow }) => inflow)),
    ...ladderOf(moves, facts, owed, answers),
  }
}
