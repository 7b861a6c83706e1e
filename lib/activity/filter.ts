import * as z from 'zod/mini'
import { givenOnce, type Params, param } from '@/lib/address'
import { isRealDate } from '@/lib/core/calendar'
import { isDyadId } from '@/lib/core/dyad'

/** What the log tells of, as its filter names it. */
export const ACTIVITY_KINDS = [
  'edit',
  'approval',
  'return',
  'retraction',
  'comment',
  'check',
  'annotation',
  'export',
  'method',
  'sample',
  'seal',
  'batch',
  'watch',
  'briefing',
  'setting',
  'account',
  'sign-in',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** No desk is older than this; the database knows no year 0. */
const EARLIEST = '1970-01-01'

const day = z.string().check(z.refine((value) => isRealDate(value) && value >= EARLIEST))

export const activityFilterSchema = z.object({
  /** An account, or 'none' for what no account did. */
  person: param(z.union([z.uuid(), z.literal('none')])),
  kind: param(z.enum(ACTIVITY_KINDS)),
  dyad: param(z.string().check(z.refine(isDyadId))),
  /** First and last UTC day. */
  from: param(day),
  to: param(day),
  after: param(z.string().check(z.maxLength(400))),
})

/** What the log shows; all of it stands in the address bar. */
export type ActivityFilter = z.infer<typeof activityFilterSchema>

/** Reads a filter from an address; of a parameter given twice the first counts, an empty one is none. */
export function parseActivityFilter(params: Params): ActivityFilter {
  return activityFilterSchema.parse(givenOnce(params))
}

/** The query string of a filter; starts with `?`, or is ''. */
export function activityQuery(filter: ActivityFilter): string {
  const given = Object.keys(activityFilterSchema.shape).flatMap((key) => {
    const value = filter[key as keyof ActivityFilter]
    return value === undefined ? [] : [[key, value]]
  })
  const text = new URLSearchParams(given).toString()
  return text && `?${text}`
}
