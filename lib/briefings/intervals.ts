import 'server-only'
import { computed } from '@/lib/compute/computed'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import { DRAWS, drawArgs } from './figures/briefing-data'
import type { Intervals } from './figures/dyad-data'

/** Intervals of a dyad's weeks from the store, or by a thread: kept under the same names as those of the desk's pages. */
export const intervalsStored: Intervals = async (record, days) => {
  const { incidents, dyadId, parameters } = drawArgs(record)
  const by = (mode: 'data' | 'full') => {
    const options = { mode, draws: DRAWS, seed: DEFAULT_SEED }
    return computed('dyadIntervals', dyadId, [incidents, dyadId, [...days], parameters, options])
  }
  const [data, full] = [await by('data'), await by('full')]
  return days.map((_, index) => ({ data: data[index], full: full[index] }))
}
