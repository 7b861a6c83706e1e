import { type AsOf, type MethodChoice, methodChoice, readAsOf, whyNoMoment } from '@/lib/as-of/schema'
import { isRange, type Range } from '@/lib/charts/window'
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
  /** The moment as of which the page is, as the address has it; undefined: now. */
  asOf: string | undefined
  /** Whose method the figures of then are by. */
  method: MethodChoice
  /** What is proposed counts as if it were approved; never together with a moment. */
  unreviewed: boolean
}

export type SearchParams = Record<string, string | string[] | undefined>

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** Reads the address; what it cannot read is as if it were not there. */
export function dyadAddress(dyadId: string, search: SearchParams): DyadAddress {
  const [week, range, asOf, method] = [search.week, search.range, search.asOf, search.method].map(first)
  const known = readAsOf({ asOf }) !== undefined
  return {
    dyadId,
    week: week !== undefined && isWeekId(week) ? week : undefined,
    range: isRange(range) ? range : '52',
    grain: first(search.grain) === 'day' ? 'day' : 'week',
    after: first(search.after),
    asOf: known ? asOf : undefined,
    method: methodChoice(method),
    unreviewed: !known && first(search.unreviewed) === '1',
  }
}

/** The moment that an address asks for and that cannot be shown, and why; `why` is null where it can, or where there is none. */
export function refusedMoment(search: SearchParams): { asked: string; why: string | null } {
  const asked = first(search.asOf)
  return { asked: asked ?? '', why: whyNoMoment({ asOf: asked }) }
}

/** The moment of an address, or undefined for now. */
export const asOfOfAddress = ({ asOf, method }: Pick<DyadAddress, 'asOf' | 'method'>): AsOf | undefined =>
  readAsOf({ asOf, method })

/** The parameters of a reading, with what differs from the usual alone. */
export function readingParams({
  asOf,
  method,
  unreviewed,
}: Pick<DyadAddress, 'asOf' | 'method' | 'unreviewed'>): URLSearchParams {
  const params = new URLSearchParams()
  if (asOf !== undefined) params.set('asOf', asOf)
  if (asOf !== undefined && method !== 'then') params.set('method', method)
  if (asOf === undefined && unreviewed) params.set('unreviewed', '1')
  return params
}

/** The address of a dyad's page, with what differs from the usual alone. */
export function dyadPath({ dyadId, week, range, grain, after, ...reading }: DyadAddress): string {
  const params = new URLSearchParams()
  if (week !== undefined) params.set('week', week)
  if (range !== '52') params.set('range', range)
  if (grain !== 'week') params.set('grain', grain)
  if (after !== undefined) params.set('after', after)
  for (const [name, value] of readingParams(reading)) params.set(name, value)
  const query = params.toString()
  return `/dyads/${dyadId}${query && `?${query}`}`
}

/** A dyad's page at a week, as of a moment if one is given. */
export function dyadWeekPath(
  dyadId: string,
  weekStart: number,
  reading?: { at: string; method: MethodChoice } | null,
): string {
  const params = new URLSearchParams({ week: weekIdOf(weekStart) })
  if (reading) params.set('asOf', reading.at)
  if (reading && reading.method !== 'then') params.set('method', reading.method)
  return `/dyads/${dyadId}?${params}`
}
