import { dayOf, weekStartOf } from '@/lib/core/calendar'
import type { ScoredIncident } from '@/lib/core/scoring'
import type { Signal, SignalWeek, WeekSignals } from '@/lib/core/signals'
import golden from '../golden/reference-scores.json'
import { caseRecord } from './golden'

/** Monday 1970-01-05, the first day of made-up weeks. */
export const MONDAY = 4

/** Covered weeks from `MONDAY` on with the given closes, over and without inflow; `parts` change single weeks. */
export const weeksOf = (closes: readonly number[], parts: Record<number, Partial<SignalWeek>> = {}): SignalWeek[] =>
  closes.map((close, index) => ({
    weekStart: MONDAY + 7 * index,
    close,
    inflow: 0,
    coverage: 'checked',
    inProgress: false,
    ...parts[index],
  }))

/** The golden weeks of the case, all taken as covered. */
export const caseWeeks = (): SignalWeek[] =>
  golden.weekly.map(({ start, close, inflowTotal }) => ({
    weekStart: weekStartOf(dayOf(start)),
    close,
    inflow: inflowTotal,
    coverage: 'checked',
    inProgress: false,
  }))

/** The incidents of the case. */
export const caseIncidents = (): ScoredIncident[] => caseRecord().rows.flatMap(({ incident }) => incident ?? [])

/** The kinds of each week's signals, by number of the week; weeks without any are left out. */
export const kindsOf = (weeks: readonly WeekSignals[]): Record<number, string[]> =>
  Object.fromEntries(
    weeks
      .map(({ signals }, index): [number, string[]] => [index, signals.map(({ kind }) => kind)])
      .filter(([, kinds]) => kinds.length > 0),
  )

/** The only signal of a kind among some. */
export function onlyOf<Kind extends Signal['kind']>(signals: readonly Signal[], kind: Kind) {
  const found = signals.filter((signal): signal is Extract<Signal, { kind: Kind }> => signal.kind === kind)
  if (found.length !== 1) throw new Error(`${found.length} signals are a ${kind}`)
  return found[0]
}
