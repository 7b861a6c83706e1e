import * as z from 'zod/mini'
import { dayOfInstant, now, todayUtc } from '@/lib/clock'
import { dayOf, isRealDate } from '@/lib/core/calendar'
import { faultyInput } from '@/lib/form-action'

export const METHOD_CHOICES = ['then', 'now'] as const
export type MethodChoice = (typeof METHOD_CHOICES)[number]

/** A score as of a moment: from what was known then, by the method that was in use then or by the one of now. */
export interface AsOf {
  moment: Date
  method: MethodChoice
}

const DAY_MS = 86_400_000
const EARLIEST_DAY = dayOf('1900-01-01')
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

const isMoment = (text: string): boolean =>
  isRealDate(text) || (isRealDate(INSTANT.exec(text)?.[1] ?? '') && !Number.isNaN(Date.parse(text)))

/** The day on which a moment lies in UTC, or NaN where the text is none. */
const dayOfText = (text: string): number => {
  if (!isMoment(text)) return Number.NaN
  return isRealDate(text) ? dayOf(text) : dayOfInstant(new Date(text))
}

const isAhead = (text: string): boolean =>
  isMoment(text) && (isRealDate(text) ? dayOf(text) > todayUtc() : Date.parse(text) > now().getTime())

/** The last millisecond of a UTC day; of today, the present moment. */
export const endOfDay = (day: number): Date => new Date(Math.min((day + 1) * DAY_MS - 1, now().getTime()))

const momentOf = (text: string): Date => (isRealDate(text) ? endOfDay(dayOf(text)) : new Date(text))

const moment = z.string().check(
  z.trim(),
  z.refine(isMoment, 'Give a date (YYYY-MM-DD) or an instant such as 2025-02-03T14:05Z'),
  z.refine((text) => !isAhead(text), 'That moment lies in the future'),
  z.refine((text) => !(dayOfText(text) < EARLIEST_DAY), 'That moment is before 1900'),
)

/** The one shape of an as-of moment as it comes in. A date stands for the end of that day, UTC; today for now. */
export const asOfSchema = z.pipe(
  z.object({ asOf: moment, method: z.prefault(z.enum(METHOD_CHOICES, 'The method is that of then or now'), 'then') }),
  z.transform(({ asOf, method }): AsOf => ({ moment: momentOf(asOf), method })),
)

interface RawAsOf {
  asOf?: string
  method?: string
}

/**
 * The moment that a request names; undefined where it names none.
 * @throws DeskError INVALID for what is no moment, lies in the future or before 1900.
 */
export function askedAsOf(raw: RawAsOf): AsOf | undefined {
  if (raw.asOf === undefined || raw.asOf === '') return undefined
  const parsed = asOfSchema.safeParse(raw)
  if (!parsed.success) throw faultyInput(parsed.error.issues)
  return parsed.data
}

/** The same for the address of a page: what cannot be read is as if it were not there. */
export function readAsOf(raw: RawAsOf): AsOf | undefined {
  const parsed = asOfSchema.safeParse(raw)
  return parsed.success ? parsed.data : undefined
}

/** Why the moment in the address of a page cannot be shown, in a sentence; null where there is none, or where it can. */
export function whyNoMoment({ asOf }: RawAsOf): string | null {
  if (asOf === undefined || asOf === '') return null
  const parsed = moment.safeParse(asOf)
  return parsed.success ? null : parsed.error.issues[0].message
}

/** The choice of a method where there is no moment: that of then, unless it says now. */
export const methodChoice = (text: string | undefined): MethodChoice => (text === 'now' ? 'now' : 'then')
