import { readAsOf } from '@/lib/as-of/schema'
import { weekIdOf } from '@/lib/core/calendar'

/** The moment as of which the overview is, as its address has it; undefined for now. */
export interface OverviewReading {
  asOf?: string
  method?: string
}

/** Reads the moment of an address; what cannot be read is as if it were not there. */
export function overviewReading({ asOf, method }: OverviewReading): OverviewReading {
  if (readAsOf({ asOf }) === undefined) return {}
  return method === 'now' ? { asOf, method } : { asOf }
}

/** The overview of a week; `after` is the cursor of a further page. */
export function overviewPath(weekStart: number | null, reading: OverviewReading = {}, after?: string): string {
  const params = new URLSearchParams()
  if (weekStart !== null) params.set('week', weekIdOf(weekStart))
  if (after) params.set('after', after)
  if (reading.asOf !== undefined) params.set('asOf', reading.asOf)
  if (reading.asOf !== undefined && reading.method !== undefined) params.set('method', reading.method)
  const query = params.toString()
  return `/${query && `?${query}`}`
}
