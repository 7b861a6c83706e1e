/**
 * Calendar dates and ISO weeks on integer days. A day is a whole number of days since 1970-01-01, UTC; it has no time
 * and no zone, so nothing can shift it (SCORING.md 2.1, 2.14).
 */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const WEEK_ID = /^(\d{4})-W(\d{2})$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** A date by its parts; `month` and `date` count from 1. */
export interface CivilDate {
  year: number
  month: number
  date: number
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const monthLength = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1])

/** The day of a date that exists. Years are taken to begin on 1 March, so that a leap day comes last. */
function dayFromParts(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const before = shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return before + dayOfYear - 719468
}

/** The parts of a day. */
export function civilOf(day: number): CivilDate {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const inEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  )
  const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

function parse(text: string): number | undefined {
  const match = ISO_DATE.exec(text)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return undefined
  return dayFromParts(year, month, date)
}

/** Whether `text` is `YYYY-MM-DD` and names a day that exists. */
export const isRealDate = (text: string): boolean => parse(text) !== undefined

/**
 * The day of `YYYY-MM-DD`.
 * @throws RangeError when the text is not a calendar date, such as 2025-02-30.
 */
export function dayOf(iso: string): number {
  const day = parse(iso)
  if (day === undefined) throw new RangeError(`"${iso}" is not a calendar date`)
  return day
}

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/**
 * `YYYY-MM-DD` of a day.
 * @throws RangeError when the day is not whole or lies outside the years 0 to 9999.
 */
export function isoOf(day: number): string {
  const { year, month, date } = civilOf(day)
  if (!Number.isInteger(day) || year < 0 || year > 9999) throw new RangeError(`${day} is not a day of years 0 to 9999`)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

/** Monday of the day's ISO week. */
export const weekStartOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

/** Sunday of the day's ISO week. */
export const weekEndOf = (day: number): number => weekStartOf(day) + 6

/** ISO 8601 week of a day, `YYYY-Www`; the year is that of the week's Thursday (SCORING.md 2.14). */
export function weekIdOf(day: number): string {
  const thursday = weekStartOf(day) + 3
  const { year } = civilOf(thursday)
  return `${pad(year, 4)}-W${pad(1 + Math.floor((thursday - dayFromParts(year, 1, 1)) / 7), 2)}`
}

function parseWeekId(text: string): number | undefined {
  const match = WEEK_ID.exec(text)
  if (!match) return undefined
  // 4 January always lies in week 1.
  const monday = weekStartOf(dayFromParts(Number(match[1]), 1, 4)) + 7 * (Number(match[2]) - 1)
  return weekIdOf(monday) === text ? monday : undefined
}

/** Whether `text` is `YYYY-Www` and names a week that exists (`2025-W53` does not). */
export const isWeekId = (text: string): boolean => parseWeekId(text) !== undefined

/**
 * Monday of the week `YYYY-Www`.
 * @throws RangeError when there is no such week.
 */
export function weekStartFromId(id: string): number {
  const monday = parseWeekId(id)
  if (monday === undefined) throw new RangeError(`"${id}" is not an ISO week`)
  return monday
}

/** The calendar month of a day, `YYYY-MM`. */
export const monthOf = (day: number): string => isoOf(day).slice(0, 7)

/** First day of the day's month. */
export const monthStartOf = (day: number): number => day - civilOf(day).date + 1

/** Last day of the day's month. */
export function monthEndOf(day: number): number {
  const { year, month, date } = civilOf(day)
  return day - date + monthLength(year, month)
}

/** `27 Jun 2025`. */
export function formatDay(day: number): string {
  const { year, month, date } = civilOf(day)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** `30 Jun – 6 Jul 2025`, `7 – 13 Jul 2025`, `30 Dec 2024 – 5 Jan 2025`; one day when both are the same. */
export function formatDayRange(first: number, last: number): string {
  if (first === last) return formatDay(first)
  const [a, b] = [civilOf(first), civilOf(last)]
  if (a.year !== b.year) return `${formatDay(first)} – ${formatDay(last)}`
  if (a.month !== b.month) return `${a.date} ${MONTHS[a.month - 1]} – ${formatDay(last)}`
  return `${a.date} – ${formatDay(last)}`
}
