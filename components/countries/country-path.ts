import type { OverviewReading } from '@/components/overview/overview-path'
import { weekIdOf } from '@/lib/core/calendar'

/** The parts of an address that a page of countries keeps. */
function queryOf(
  weekStart: number | null,
  { asOf, method }: OverviewReading,
  more: Record<string, string> = {},
): string {
  const params = new URLSearchParams()
  if (weekStart !== null) params.set('week', weekIdOf(weekStart))
  for (const [name, value] of Object.entries(more)) params.set(name, value)
  if (asOf !== undefined) params.set('asOf', asOf)
  if (asOf !== undefined && method !== undefined) params.set('method', method)
  const query = params.toString()
  return query && `?${query}`
}

/** A country's page in a week; null for its latest covered one. */
export const countryPath = (code: string, weekStart: number | null = null, reading: OverviewReading = {}): string =>
  `/countries/${code}${queryOf(weekStart, reading)}`

export interface GridAddress {
  weekStart: number | null
  figure: 'close' | 'direction'
  page: number
  with: string | null
}

/** The grid of countries, with what differs from the usual alone. */
export function gridPath({ weekStart, figure, page, with: only }: GridAddress, reading: OverviewReading = {}): string {
  const more: Record<string, string> = {}
  if (figure !== 'close') more.figure = figure
  if (only !== null) more.with = only
  if (page > 1) more.page = String(page)
  return `/countries${queryOf(weekStart, reading, more)}`
}
