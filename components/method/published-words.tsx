import { dayOf, formatDay } from '@/lib/core/calendar'

/** The day of an ISO instant, as a time element. */
export function DayOfInstant({ at }: { at: string }) {
  return <time dateTime={at}>{formatDay(dayOf(at.slice(0, 10)))}</time>
}

/** Who did it: a name, or the command line. */
export const byWords = (by: string | null): string => (by === null ? 'from the command line' : `by ${by}`)
