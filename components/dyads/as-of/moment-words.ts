import { dayOf, formatDay } from '@/lib/core/calendar'

const END_OF_DAY = 'T23:59:59.999Z'

/** An instant in words: `3 Feb 2025, 14:05 UTC`; the last moment of a day is `the end of 3 Feb 2025`. */
export function momentWords(at: string): string {
  const day = formatDay(dayOf(at.slice(0, 10)))
  return at.endsWith(END_OF_DAY) ? `the end of ${day}` : `${day}, ${at.slice(11, 16)} UTC`
}
