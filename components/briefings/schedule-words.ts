import { dyadsWords, KIND_WORDS } from '@/components/briefings/briefing-words'
import type { ScheduleState } from '@/lib/briefings/schema'
import type { ScheduleView } from '@/lib/briefings/views'
import { isTimeZone } from '@/lib/team/time-zone'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** `every Monday at 07:00 (Asia/Baku)`. */
export const whenWords = ({ state: { weekday, time }, timeZone }: Pick<ScheduleView, 'state' | 'timeZone'>): string =>
  `every ${WEEKDAYS[weekday - 1]} at ${time} (${timeZone})`

/** `Weekly: Azerbaijan – Russia`. */
export function whatWords({ kind, of, weeks }: ScheduleState, listName: string | undefined): string {
  const dyads = of.by === 'dyads' ? dyadsWords(of.dyadIds) : `the list “${listName ?? 'that is gone'}”`
  return `${KIND_WORDS[kind].label}: ${dyads}${weeks > 1 ? `, the last ${weeks} weeks` : ''}`
}

/** Where what is made goes. */
export function whereWords({ publish, emails, folder }: ScheduleState): string {
  const ways = [
    publish ? 'published on the desk' : 'a draft on the desk',
    ...(emails.length > 0 ? [`e-mail to ${emails.join(', ')}`] : []),
    ...(folder ? ['the folder for briefings'] : []),
  ]
  return ways.join('; ')
}

const clockWords = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(at))

/** `Mon 7 Jul 2025, 07:00` on the schedule's own clock; in UTC, and said so, where this machine knows its time zone no more. */
export const momentIn = (at: string, timeZone: string): string =>
  isTimeZone(timeZone) ? clockWords(at, timeZone) : `${clockWords(at, 'UTC')} UTC`
