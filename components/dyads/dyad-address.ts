import { isRange, type Range } from '@/components/charts/model/window'
import { isWeekId, weekIdOf } from '@/lib/core/calendar'

export type Grain = 'week' | 'day'

/** What a dyad page's address says. */
export interface DyadAddress {
  dyadId: string
  /** Undefined: the last covered week. */
  week: string | undefined
  range: Range
  grain: Grain
  /** Cursor of the week's incidents. */
  after: string | undefined
}

export type SearchParams = Record<string, string | string[] | undefined>

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** Reads the address; what it cannot read is as if it were not there. */
export function dyadAddress(dyadId: string, search: SearchParams): DyadAddress {
  const [week, range] = [first(search.week), first(search.range)]
  return {
    dyadId,
    week: week !== undefined && isWeekId(week) ? week : undefined,
    range: isRange(range) ? range : '52',
    grain: first(search.grain) === 'day' ? 'day' : 'week',
    after: first(search.after),
  }
}

/** The address of a dyad's page, with what differs from the usual alone. */
export function dyadPath({ dyadId, week, range, grain, after }: DyadAddress): string {
  const params = new URLSearchParams()
  if (week !== undefined) params.set('week', week)
  if (range !== '52') params.set('range', range)
  if (grain !== 'week') params.set('grain', grain)
  if (after !== undefined) params.set('after', after)
  const query = params.toString()
  return `/dyads/${dyadId}${query && `?${query}`}`
}

/** A dyad's page at a week. */
export const dyadWeekPath = (dyadId: string, weekStart: number): string =>
  `/dyads/${dyadId}?week=${weekIdOf(weekStart)}`
