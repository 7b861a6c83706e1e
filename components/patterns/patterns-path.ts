import { type DyadAddress, dyadPath, readingParams } from '@/components/dyads/dyad-address'

type ReadingAddress = Pick<DyadAddress, 'dyadId' | 'asOf' | 'method' | 'unreviewed'>

/** The patterns of a dyad, in the same reading. */
export function patternsPath({ dyadId, ...reading }: ReadingAddress): string {
  const query = readingParams(reading).toString()
  return `/dyads/${dyadId}/patterns${query && `?${query}`}`
}

/** The dyad's own page in the same reading, at no week of its own. */
export const dyadHrefOf = (address: DyadAddress): string => dyadPath({ ...address, week: undefined, after: undefined })
