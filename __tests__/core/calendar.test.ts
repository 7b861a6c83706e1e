import fc from 'fast-check'
import {
  civilOf,
  dayOf,
  formatDay,
  formatDayRange,
  isoOf,
  isRealDate,
  isWeekId,
  monthEndOf,
  monthOf,
  monthStartOf,
  weekEndOf,
  weekIdOf,
  weekStartFromId,
  weekStartOf,
} from '@/lib/core/calendar'
import stats from '../golden/reference-stats.json'

const anyDay = fc.integer({ min: dayOf('0001-01-01'), max: dayOf('9999-12-31') })

test('days count from 1970-01-01', () => {
  expect(dayOf('1970-01-01')).toBe(0)
  expect(dayOf('1969-12-31')).toBe(-1)
  expect(dayOf('2000-03-01')).toBe(11017)
})

test('dates that do not exist are refused', () => {
  for (const text of [
    '2025-02-29',
    '2025-02-30',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-01-00',
  ]) {
    expect(isRealDate(text)).toBe(false)
    expect(() => dayOf(text)).toThrow(RangeError)
  }
  for (const text of ['2025-1-1', '2025-01-01T00:00', ' 2025-01-01', '20250101', ''])
    expect(isRealDate(text)).toBe(false)
  for (const text of ['2024-02-29', '2000-02-29', '1900-01-01']) expect(isRealDate(text)).toBe(true)
})

test('every day agrees with the proleptic Gregorian calendar of the platform', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
      expect(isoOf(day)).toBe(iso)
      expect(dayOf(iso)).toBe(day)
    }),
  )
})

test('a day outside the years 0 to 9999, or not whole, has no date', () => {
  for (const day of [dayOf('9999-12-31') + 1, dayOf('0000-01-01') - 1, 0.5, Number.NaN]) {
    expect(() => isoOf(day)).toThrow(RangeError)
  }
})

test('ISO weeks equal the golden ones', () => {
  for (const [date, week] of Object.entries(stats.isoWeeks)) expect(weekIdOf(dayOf(date))).toBe(week)
})

test('a week begins on Monday, ends on Sunday and keeps one id', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const monday = weekStartOf(day)
      expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1)
      expect(day - monday).toBeGreaterThanOrEqual(0)
      expect(weekEndOf(day) - day).toBeGreaterThanOrEqual(0)
      expect(weekEndOf(day)).toBe(monday + 6)
      expect(weekIdOf(monday + 6)).toBe(weekIdOf(monday))
      expect(weekIdOf(monday + 7)).not.toBe(weekIdOf(monday))
      expect(weekStartFromId(weekIdOf(day))).toBe(monday)
    }),
  )
})

test('weeks that do not exist are refused', () => {
  expect(isWeekId('2026-W53')).toBe(true)
  for (const text of ['2025-W53', '2025-W00', '2025-W54', '2025-W1', '2025W01', '2025-w01', '']) {
    expect(isWeekId(text)).toBe(false)
    expect(() => weekStartFromId(text)).toThrow(RangeError)
  }
})

test('months have their first and last day', () => {
  const day = dayOf('2024-02-10')
  expect(monthOf(day)).toBe('2024-02')
  expect(isoOf(monthStartOf(day))).toBe('2024-02-01')
  expect(isoOf(monthEndOf(day))).toBe('2024-02-29')
  expect(isoOf(monthEndOf(dayOf('2025-12-31')))).toBe('2025-12-31')
  expect(civilOf(day)).toEqual({ year: 2024, month: 2, date: 10 })
})

test('days and ranges are written as people write them', () => {
  const range = (a: string, b: string) => formatDayRange(dayOf(a), dayOf(b))
  expect(formatDay(dayOf('2025-06-27'))).toBe('27 Jun 2025')
  expect(range('2025-06-30', '2025-07-06')).toBe('30 Jun – 6 Jul 2025')
  expect(range('2025-07-07', '2025-07-13')).toBe('7 – 13 Jul 2025')
  expect(range('2024-12-30', '2025-01-05')).toBe('30 Dec 2024 – 5 Jan 2025')
  expect(range('2025-07-07', '2025-07-07')).toBe('7 Jul 2025')
})
