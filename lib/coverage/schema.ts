import * as z from 'zod/mini'
import { todayUtc } from '@/lib/clock'
import { dayOf, weekStartOf } from '@/lib/core/calendar'
import { isDyadId } from '@/lib/core/dyad'
import { typedText } from '@/lib/typed-text'

/** A weekly check: "sources checked, nothing more to report", or its withdrawal with `checked` false. */
export const checkSchema = z.object({
  dyadId: typedText().check(z.refine(isDyadId, 'No such dyad')),
  /** Monday of the week, days since 1970-01-01. */
  weekStart: z.int().check(
    z.refine((day) => weekStartOf(day) === day, 'A week starts on its Monday'),
    z.refine((day) => day >= dayOf('1900-01-01'), 'The week lies before 1900'),
    z.refine((day) => day <= todayUtc(), 'This week has not begun yet'),
  ),
  checked: z.boolean(),
  note: z.prefault(typedText().check(z.trim(), z.maxLength(500, 'The note may have at most 500 characters')), ''),
})

export type CheckInput = z.infer<typeof checkSchema>
