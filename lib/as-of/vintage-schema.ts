import * as z from 'zod/mini'
import { dayOf, isRealDate, isWeekId, weekStartFromId } from '@/lib/core/calendar'
import { METHOD_CHOICES } from './schema'
import type { VintagePart } from './vintages'

const week = z.pipe(
  z.string().check(z.refine(isWeekId, 'Name a week such as 2025-W27')),
  z.transform((text: string) => (isWeekId(text) ? weekStartFromId(text) : 0)),
)

const month = z
  .string()
  .check(
    z.refine(
      (text) => isRealDate(`${text}-01`) && dayOf(`${text}-01`) >= 0,
      'Name a month from 1970 on such as 2025-07',
    ),
  )

/** Which part of the vintage table a request asks for: weeks up to `to`, months up to `until`, by the method of then or now. */
export const vintagePartSchema = z.object({
  method: z.prefault(z.enum(METHOD_CHOICES, 'The method is that of then or now'), 'then'),
  to: z.optional(week),
  until: z.optional(month),
})

type Raw = Record<string, string | string[] | undefined>

/** The part that the address of a page asks for; what cannot be read is as if it were not there. */
export function readVintagePart(raw: Raw): VintagePart & { method: 'then' | 'now' } {
  const { method, to, until } = vintagePartSchema.shape
  const [askedMethod, toWeek, untilMonth] = [
    method.safeParse(raw.method),
    to.safeParse(raw.to),
    until.safeParse(raw.until),
  ]
  return {
    method: askedMethod.success ? askedMethod.data : 'then',
    toWeek: toWeek.success ? toWeek.data : undefined,
    untilMonth: untilMonth.success ? untilMonth.data : undefined,
  }
}
