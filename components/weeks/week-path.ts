import { readingParams } from '@/components/dyads/dyad-address'
import type { MethodChoice } from '@/lib/as-of/schema'

/** Which record a page of a week is from, as its address says it. */
export interface WeekReading {
  asOf: string | undefined
  method: MethodChoice
  unreviewed: boolean
}

const withReading = (path: string, reading: WeekReading): string => {
  const query = readingParams(reading).toString()
  return `${path}${query && `?${query}`}`
}

/** The page of a dyad's week. */
export const weekPath = (dyadId: string, weekId: string, reading: WeekReading): string =>
  withReading(`/dyads/${dyadId}/weeks/${weekId}`, reading)

/** The page of the whole desk's week; `after` is the cursor of a further page. */
export function deskWeekPath(weekId: string, reading: Pick<WeekReading, 'asOf' | 'method'>, after?: string): string {
  const params = readingParams({ ...reading, unreviewed: false })
  if (after !== undefined) params.set('after', after)
  const query = params.toString()
  return `/weeks/${weekId}${query && `?${query}`}`
}

/** The page of what is in force between two countries. */
export const measuresPath = (dyadId: string, reading: WeekReading): string =>
  withReading(`/dyads/${dyadId}/measures`, reading)
