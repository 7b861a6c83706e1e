import { DEFAULT_PARAMETERS, type ScoredIncident } from '@/lib/core/scoring'
import { causesOf, type WatchCondition, type WatchFacts, type WatchWeek } from '@/lib/core/watch'
import { MONDAY } from './signals-case'

/** Checked weeks from `MONDAY` on with the given closes and no incidents; `parts` change single weeks. */
export const watchWeeks = (closes: readonly number[], parts: Record<number, Partial<WatchWeek>> = {}): WatchWeek[] =>
  closes.map((close, index) => ({
    weekStart: MONDAY + 7 * index,
    close,
    incidents: 0,
    coverage: 'checked',
    ...parts[index],
  }))

/** An approved incident of Azerbaijan towards Russia, well sourced. */
export const watchIncident = (id: string, parts: Partial<ScoredIncident> = {}): ScoredIncident => ({
  id,
  actor: 'AZE',
  target: 'RUS',
  mutual: false,
  kind: 'incident',
  status: 'approved',
  category: 'media',
  rung: 4,
  persistence: 'medium',
  startDay: MONDAY + 1,
  endDay: null,
  ongoing: false,
  reliability: 'B',
  credibility: 2,
  ...parts,
})

/** A record with nothing in it but what `parts` say, ten weeks after `MONDAY`. */
export const watchFacts = (parts: Partial<WatchFacts> = {}): WatchFacts => ({
  today: MONDAY + 70,
  weeks: [],
  incidents: [],
  waits: [],
  parameters: DEFAULT_PARAMETERS,
  ...parts,
})

/** The keys of what a condition is met by. */
export const keysOf = (condition: WatchCondition, parts: Partial<WatchFacts>): string[] =>
  causesOf(condition, watchFacts(parts)).map(({ key }) => key)
