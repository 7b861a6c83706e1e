import { readingParams } from '@/components/dyads/dyad-address'
import type { MethodChoice } from '@/lib/as-of/schema'
import { type Hypothetical, hypotheticalWord } from '@/lib/what-if/schema'

/** What an address of the page of the time ahead says. Plain data. */
export interface AheadAddress {
  dyadId: string
  supposed: readonly Hypothetical[]
  asOf: string | undefined
  method: MethodChoice
  unreviewed: boolean
}

/** The address of the page with some incidents supposed. */
export function aheadPath({ dyadId, supposed, ...reading }: AheadAddress): string {
  const params = new URLSearchParams()
  for (const one of supposed) params.append('add', hypotheticalWord(one))
  for (const [name, value] of readingParams(reading)) params.set(name, value)
  const query = params.toString()
  return `/dyads/${dyadId}/ahead${query && `?${query}`}`
}
