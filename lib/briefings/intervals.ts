import 'server-only'
import { computed } from '@/lib/compute/computed'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import { DRAWS, type DrawsAsked, drawsAsked } from './figures/briefing-data'
import type { Intervals, WeekDraws } from './figures/dyad-data'

/** Intervals of a dyad's weeks from the store, or by a thread: kept under the same names as those of the desk's pages. */
export async function storedDraws({ days, incidents, dyadId, parameters }: DrawsAsked): Promise<WeekDraws[]> {
  const by = (mode: 'data' | 'full') => {
    const options = { mode, draws: DRAWS, seed: DEFAULT_SEED }
    return computed('dyadIntervals', dyadId, [incidents, dyadId, days, parameters, options])
  }
  const [data, full] = [await by('data'), await by('full')]
  return days.map((_, index) => ({ data: data[index], full: full[index] }))
}

/** The same of a record that is at hand. */
export const intervalsStored: Intervals = (record, days) => storedDraws(drawsAsked(record, days))
