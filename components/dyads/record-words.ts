import { formatDay, weekIdOf } from '@/lib/core/calendar'
import type { WeekRecord } from '@/lib/dyads/views'

/** A record in a few words: `highest on record`, `highest since 2025-W09`. */
export const recordWords = ({ since }: WeekRecord): string =>
  since === null ? 'highest on record' : `highest since ${weekIdOf(since)}`

/** A record in full: what it is the highest of, and since when. */
export const recordSentence = ({ since, began }: WeekRecord): string =>
  since === null
    ? `Highest weekly close on record (since ${formatDay(began)})`
    : `Highest weekly close since ${weekIdOf(since)}`
