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

/** What the page of the desk's week is of; `list` is the watchlist whose dyads it is about, undefined for all. */
export interface DeskWeekAddress extends Pick<WeekReading, 'asOf' | 'method'> {
  list?: string
}

/** The page of the desk's week; `after` is the cursor of a further page. */
export function deskWeekPath(weekId: string, { list, ...reading }: DeskWeekAddress, after?: string): string {
  const params = readingParams({ ...reading, unreviewed: false })
  if (list !== undefined) params.set('list', list)
  if (after !== undefined) params.set('after', after)
  const query = params.toString()
  return `/weeks/${weekId}${query && `?${query}`}`
}

/** The latest covered week of a watchlist. */
export const listWeekPath = (list: string): string => `/weeks?list=${list}`

/** The page of what is in force between two countries. */
export const measuresPath = (dyadId: string, reading: WeekReading): string =>
  withReading(`/dyads/${dyadId}/measures`, reading)
