import { type DyadAddress, readingParams } from '@/components/dyads/dyad-address'
import type { Struck } from '@/lib/what-if/schema'

export type WithoutAddress = Omit<DyadAddress, 'grain' | 'after'> & { struck: Struck }

/** The address of a dyad's line without some things. */
export function withoutPath({ dyadId, week, range, struck, ...reading }: WithoutAddress): string {
  const params = new URLSearchParams()
  if (week !== undefined) params.set('week', week)
  if (range !== '52') params.set('range', range)
  for (const id of struck.incidents) params.append('incident', id)
  for (const outlet of struck.outlets) params.append('outlet', outlet)
  for (const category of struck.categories) params.append('category', category)
  for (const [name, value] of readingParams(reading)) params.set(name, value)
  const query = params.toString()
  return `/dyads/${dyadId}/without${query && `?${query}`}`
}

const toggled = <T>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]

/** The same address with one thing struck out, or put back. */
export function toggledPath(address: WithoutAddress, part: keyof Struck, item: string): string {
  const struck = { ...address.struck, [part]: toggled<string>(address.struck[part], item) } as Struck
  return withoutPath({ ...address, struck })
}
