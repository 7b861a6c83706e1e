import { type DyadAddress, readingParams, type SearchParams } from '@/components/dyads/dyad-address'

/** What is worked out on the page of how sure a score is only when it is asked for. */
export interface OnDemand {
  sobol: boolean
  ranks: boolean
}

/** Reads what an address asks for beside its week and reading. */
export const onDemandOf = ({ sobol, ranks }: SearchParams): OnDemand => ({ sobol: sobol === '1', ranks: ranks === '1' })

type CertaintyAddress = Omit<DyadAddress, 'grain' | 'after'> & Partial<OnDemand>

/** The address of the page, with what differs from the usual alone. */
export function certaintyPath({ dyadId, week, range, sobol, ranks, ...reading }: CertaintyAddress): string {
  const params = new URLSearchParams()
  if (week !== undefined) params.set('week', week)
  if (range !== '52') params.set('range', range)
  if (sobol) params.set('sobol', '1')
  if (ranks) params.set('ranks', '1')
  for (const [name, value] of readingParams(reading)) params.set(name, value)
  const query = params.toString()
  return `/dyads/${dyadId}/certainty${query && `?${query}`}`
}
