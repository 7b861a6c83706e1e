import { weekStartOf } from '@/lib/core/calendar'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { counts, type ScoredIncident } from '@/lib/core/scoring/term'
import { verificationOf } from '@/lib/core/scoring/verification'
import { closeSignals, type Side } from '@/lib/core/signals/close-signals'
import { inOrderOfTime } from '@/lib/core/signals/in-order-of-time'
import { newFronts } from '@/lib/core/signals/new-fronts'
import type { Signal, SignalFacts, SignalKind, SignalWeek } from '@/lib/core/signals/signal'
import { topRungs } from '@/lib/core/signals/top-rungs'

/** The signals of one week, in the order of `SIGNAL_KINDS`. */
export interface WeekSignals {
  weekStart: number
  signals: Signal[]
}

export const SIGNAL_KINDS = [
  'record',
  'unusual',
  'changePoint',
  'newFront',
  'topRung',
  'bandUp',
  'bandDown',
  'jump',
] as const satisfies readonly SignalKind[]

function refuseBroken(weeks: readonly SignalWeek[]): void {
  for (const [index, { weekStart, inProgress }] of weeks.entries()) {
    if (weekStartOf(weekStart) !== weekStart) throw new RangeError(`day ${weekStart} is not a Monday`)
    if (index > 0 && weekStart !== weeks[index - 1].weekStart + 7) {
      throw new RangeError(`week ${weekStart} does not follow week ${weeks[index - 1].weekStart}`)
    }
    if (inProgress && index < weeks.length - 1) throw new RangeError(`week ${weekStart} is over, others follow it`)
  }
}

/** Ids of the incidents of each week, by Monday, on the side asked for. */
function idsByWeek(incidents: readonly ScoredIncident[]): (weekStart: number, side: Side) => string[] {
  const weeks = new Map<number, ScoredIncident[]>()
  for (const incident of incidents) {
    const monday = weekStartOf(incident.startDay)
    const known = weeks.get(monday)
    if (known) known.push(incident)
    else weeks.set(monday, [incident])
  }
  return (weekStart, side) =>
    (weeks.get(weekStart) ?? [])
      .filter(({ rung }) => side === 'any' || rung > 0 === (side === 'up'))
      .map(({ id }) => id)
}

/**
 * The signals of every week (SCORING.md 2.10), one list a week, oldest first. `weeks` are consecutive, only the last may be in
 * progress; `incidents` are the dyad's, in any order. Incidents without points (not approved, context, verification 0) are
 * not told, nor is anything of a week that is not covered; a week in progress tells of new fronts and top rungs only. The
 * closes of uncovered weeks still are what later closes are compared with, as in the weekly series; their inflow is not
 * known and counts for nothing. O(weeks² + incidents × log incidents).
 * @throws RangeError when weeks do not begin on a Monday, are not consecutive, or one in progress is not the last.
 */
export function signalsOf(
  weeks: readonly SignalWeek[],
  incidents: readonly ScoredIncident[],
  params: MethodParameters,
): WeekSignals[] {
  refuseBroken(weeks)
  const counted = inOrderOfTime(
    incidents.filter((one) => counts(one) && verificationOf(one.reliability, one.credibility, params) > 0),
  )
  const idsOf = idsByWeek(counted)
  const lists = new Map<number, Signal[]>()
  for (const { weekStart, coverage } of weeks) if (coverage !== 'not_checked') lists.set(weekStart, [])
  const tell = (facts: SignalFacts, weekStart: number, ids: string[]) =>
    lists.get(weekStart)?.push({ ...facts, weekStart, ids })
  const over = weeks.filter(({ inProgress }) => !inProgress)
  for (const { index, side, facts } of closeSignals(over, params)) {
    tell(facts, over[index].weekStart, idsOf(over[index].weekStart, side))
  }
  for (const { ids, ...front } of newFronts(counted)) tell({ kind: 'newFront', ...front }, weekStartOf(front.day), ids)
  for (const { id, ...top } of topRungs(counted)) tell({ kind: 'topRung', ...top }, weekStartOf(top.day), [id])
  const place = ({ kind }: Signal) => SIGNAL_KINDS.indexOf(kind)
  return weeks.map(({ weekStart }) => ({
    weekStart,
    signals: (lists.get(weekStart) ?? []).toSorted((a, b) => place(a) - place(b)),
  }))
}

/**
 * The signals of the week that begins on Monday `weekStart`, as `signalsOf` tells them of all weeks given; none for a week
 * that is not among them. The weeks after it matter only to its change point. Cost and errors as for `signalsOf`.
 */
export const signalsOfWeek = (
  weeks: readonly SignalWeek[],
  incidents: readonly ScoredIncident[],
  params: MethodParameters,
  weekStart: number,
): Signal[] => signalsOf(weeks, incidents, params).find((week) => week.weekStart === weekStart)?.signals ?? []
