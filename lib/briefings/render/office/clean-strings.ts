import { cleanText } from '@/lib/briefings/text/clean'

/**
 * A copy of some plain data in which every text is fit for XML 1.0: well-formed, without controls. Whoever composes a briefing cleans what
 * people typed; the office formats do it again, for one null in a title would make the whole file unreadable.
 */
export function cleanStrings<T>(value: T): T
export function cleanStrings(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map((one) => cleanStrings(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanStrings(one)]))
}
