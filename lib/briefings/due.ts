import { weekStartOf } from '@/lib/core/calendar'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A time of the week on somebody's clock. */
export interface WeeklyTime {
  /** 1 for Monday … 7. */
  weekday: number
  /** `07:00`. */
  time: string
  /** IANA name. */
  timeZone: string
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const fields = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...fields,
  })
  clocks.set(timeZone, made)
  return made
}

/** What a clock in the zone shows at an instant, as the milliseconds at which a clock in UTC shows the same. */
export function wallOf(instantMs: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instantMs)
  const at = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
}

const offsetAt = (instantMs: number, timeZone: string): number =>
  wallOf(instantMs, timeZone) - Math.floor(instantMs / 1000) * 1000

/**
 * The instant at which a clock in the zone shows `wallMs`. Where it shows that twice, when clocks are set back, the first; where it never
 * shows it, when they are set forward, as long after the jump as the time lies after its beginning: 02:30 becomes 03:30.
 */
export function instantOf(wallMs: number, timeZone: string): number {
  // No zone is further than 14 hours from UTC, nor changes twice within two days.
  const [before, after] = [offsetAt(wallMs - DAY_MS, timeZone), offsetAt(wallMs + DAY_MS, timeZone)]
  const shown = [wallMs - before, wallMs - after].filter((instant) => wallOf(instant, timeZone) === wallMs)
  return shown.length > 0 ? Math.min(...shown) : wallMs - before
}

/** The first due instant after another: weekly by the clock of the zone, whatever daylight saving does between. */
export function dueAfter({ weekday, time, timeZone }: WeeklyTime, after: Date): Date {
  const [hour, minute] = time.split(':').map(Number)
  const today = Math.floor(wallOf(after.getTime(), timeZone) / DAY_MS)
  const first = weekStartOf(today) + weekday - 1
  for (let day = first; ; day += 7) {
    const due = instantOf(day * DAY_MS + hour * HOUR_MS + minute * 60_000, timeZone)
    if (due > after.getTime()) return new Date(due)
  }
}

/** The due instants from `first` up to `until`, both included, oldest first. */
export function duesUntil(when: WeeklyTime, first: Date, until: Date): Date[] {
  const dues: Date[] = []
  for (let due = first; due <= until; due = dueAfter(when, due)) dues.push(due)
  return dues
}
