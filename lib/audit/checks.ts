import { weekIdOf } from '@/lib/core/calendar'
import type { WeeklyCheck } from '@/lib/db/generated/client'
import type { Fault } from './fault'

/** The Mondays that are attested as checked by some checks in the order of their revisions. */
export function checkedBy(checks: readonly WeeklyCheck[]): Set<number> {
  const last = new Map(checks.map((check) => [check.weekStart, check.checked]))
  return new Set([...last].filter(([, checked]) => checked).map(([weekStart]) => weekStart))
}

/** Names a check: its dyad, week and revision. */
export const placeOfCheck = ({ dyadId, weekStart, revision }: WeeklyCheck): string =>
  `${dyadId}, check of week ${weekIdOf(weekStart)}, revision ${revision}`

/** Follows the weekly checks of a dyad, by week and revision: numbers without a gap, times that rise. A seal covers their content. */
export function* checkFaults(checks: readonly WeeklyCheck[]): Generator<Fault> {
  let before: WeeklyCheck | null = null
  for (const check of checks) {
    const previous: WeeklyCheck | null = before?.weekStart === check.weekStart ? before : null
    const number = (previous?.revision ?? 0) + 1
    if (check.revision !== number) {
      const place = `${check.dyadId}, check of week ${weekIdOf(check.weekStart)}`
      yield { place, what: `revision ${number} is missing` }
    }
    if (previous && check.at <= previous.at) {
      const what = `it is not later than the revision before it (${check.at.toISOString()})`
      yield { place: placeOfCheck(check), what }
    }
    before = check
  }
}
