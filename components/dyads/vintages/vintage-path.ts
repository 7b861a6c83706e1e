import type { MethodChoice } from '@/lib/as-of/schema'
import { weekIdOf } from '@/lib/core/calendar'

/** A part of a dyad's vintage table. */
export interface VintageAddress {
  dyadId: string
  method: MethodChoice
  /** Monday of the last week shown; undefined: the latest. */
  toWeek?: number
  /** The last month shown, `YYYY-MM`; undefined: the running one. */
  untilMonth?: string
}

/** The address of a part of the table, with what differs from the usual alone. */
export function vintagePath({ dyadId, method, toWeek, untilMonth }: VintageAddress): string {
  const params = new URLSearchParams()
  if (method !== 'then') params.set('method', method)
  if (toWeek !== undefined) params.set('to', weekIdOf(toWeek))
  if (untilMonth !== undefined) params.set('until', untilMonth)
  const query = params.toString()
  return `/dyads/${dyadId}/vintages${query && `?${query}`}`
}
