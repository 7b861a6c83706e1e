import type { MethodParameters } from '@/lib/core/scoring'
import { type First, firsts, type Signal, type SignalWeek, signalsOfWeek } from '@/lib/core/signals'
import type { IncidentFacts } from '@/lib/dyads/incident-facts'
import { scoredIncidentOf } from '@/lib/dyads/series-rebuild'
import type { WeekView } from '@/lib/dyads/views'

/** What stands out in a week, with the titles of the incidents that it names. */
export interface StandsOut {
  signals: Signal[]
  firsts: First[]
  titles: Record<string, string>
}

const signalWeekOf = ({ weekStart, close, inflow, coverage, inProgress }: WeekView): SignalWeek => ({
  weekStart,
  close,
  inflow: inflow.forward + inflow.backward,
  coverage,
  inProgress,
})

/** Signals that name the category of an incident, and so a part of its code. */
const TELLS_CODE: ReadonlySet<Signal['kind']> = new Set(['newFront', 'topRung'])

/**
 * The signals and first-evers of a week (SCORING.md 2.10) from a dyad's weeks and its incidents that count. Those that would
 * tell the coding of an incident in `owed`, by id, are left out; of a first of a category its first of the code is. O(weeks² +
 * n log n).
 */
export function standOut(
  weeks: readonly WeekView[],
  { weekStart, lastDay, coverage }: WeekView,
  facts: readonly IncidentFacts[],
  parameters: MethodParameters,
  owed: ReadonlySet<string>,
): StandsOut {
  const incidents = facts.map((one) => scoredIncidentOf(one, parameters))
  const isKept = (ids: readonly string[]) => ids.some((id) => owed.has(id))
  const signals = signalsOfWeek(weeks.map(signalWeekOf), incidents, parameters, weekStart).filter(
    ({ kind, ids }) => !(TELLS_CODE.has(kind) && isKept(ids)),
  )
  const ofWeek = firsts(incidents).filter(({ day, ids }) => day >= weekStart && day <= lastDay && !isKept(ids))
  const newCategories = new Set(ofWeek.flatMap(({ scope, category }) => (scope === 'category' ? [category] : [])))
  // A category's first incident is the first of its code, too: said once.
  const first = ofWeek.filter(({ scope, category }) => scope === 'category' || !newCategories.has(category))
  const named = new Set([...signals, ...first].flatMap(({ ids }) => ids))
  const titles = facts.filter(({ id }) => named.has(id)).map(({ id, title }): [string, string] => [id, title])
  return { signals, firsts: coverage === 'not_checked' ? [] : first, titles: Object.fromEntries(titles) }
}
