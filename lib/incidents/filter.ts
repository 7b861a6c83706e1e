import * as z from 'zod/mini'
import { givenOnce, type Params, param } from '@/lib/address'
import { isRealDate } from '@/lib/core/calendar'
import { CATEGORIES } from '@/lib/core/codebook'
import { isDyadId } from '@/lib/core/dyad'
import { typedText } from '@/lib/typed-text'
import { KINDS, STATUSES } from './schema'

export const SORTS = ['date', 'recorded', 'points', 'title'] as const
export const ORDERS = ['desc', 'asc'] as const
/** How an incident came into the record. */
export const ORIGINS = ['logged', 'imported'] as const

const rung = z.coerce.number().check(z.int(), z.minimum(-5), z.maximum(5))
const day = z.string().check(z.refine(isRealDate))

export const filterSchema = z.object({
  q: param(typedText().check(z.trim(), z.minLength(1), z.maxLength(200))),
  dyad: param(z.string().check(z.refine(isDyadId))),
  category: param(z.enum(CATEGORIES)),
  code: param(z.string().check(z.toUpperCase(), z.regex(/^[A-Z]{3}[+-][1-5]$/))),
  rungMin: param(rung),
  rungMax: param(rung),
  direction: param(z.string().check(z.regex(/^[A-Z]{3}>[A-Z]{3}$/))),
  from: param(day),
  to: param(day),
  status: param(z.enum(STATUSES)),
  author: param(z.union([z.uuid(), z.literal('none')])),
  /** Somebody who wrote a part of what is proposed, or of what was approved last. */
  writer: param(z.uuid()),
  origin: param(z.enum(ORIGINS)),
  kind: param(z.enum(KINDS)),
  sort: z.catch(z.prefault(z.enum(SORTS), 'date'), 'date'),
  order: z.catch(z.prefault(z.enum(ORDERS), 'desc'), 'desc'),
  after: param(typedText().check(z.maxLength(2000))),
})

/** What a list of incidents shows; all of it stands in the address bar. `author` 'none' is the loaded case. */
export type IncidentFilter = z.infer<typeof filterSchema>

/** Reads a filter from an address; of a parameter given twice the first counts, an empty one is none. */
export function parseFilter(params: Params): IncidentFilter {
  return filterSchema.parse(givenOnce(params))
}

/** The query string of a filter, without what is at its default. Starts with `?`, or is ''. */
export function filterQuery(filter: Partial<IncidentFilter>): string {
  const query = new URLSearchParams()
  for (const key of Object.keys(filterSchema.shape) as (keyof IncidentFilter)[]) {
    const value = filter[key]
    const isDefault = (key === 'sort' && value === 'date') || (key === 'order' && value === 'desc')
    if (value !== undefined && value !== '' && !isDefault) query.set(key, String(value))
  }
  const text = query.toString()
  return text && `?${text}`
}
