import { weekStartOf } from '@/lib/core/calendar'
import { type Coverage, displayOf } from '@/lib/core/scoring'

/** A week of one line, as the record has it. The running week is cut at today. */
export interface LineWeek {
  weekStart: number
  close: number
  coverage: Coverage
  inProgress: boolean
}

/** How far a chart reaches, in weeks; `all` is the whole record. */
export type AlignedRange = '26' | '52' | '104' | 'all'

const DAYS = 7

/** Weeks counted from that of 1 January 1970: whole numbers, so that lines can be laid over each other. */
export const weekNumberOf = (day: number): number => (weekStartOf(day) + 3) / DAYS

/** Monday of a counted week. */
export const weekStartOfNumber = (week: number): number => week * DAYS - 3

const isLooked = ({ coverage }: LineWeek) => coverage !== 'not_checked'

/**
 * Monday of a line's peak: the covered and finished week with the highest displayed close, the first of them where several
 * stand level; null where no such week is.
 */
export function peakOf(weeks: readonly LineWeek[]): number | null {
  const told = weeks.filter((week) => isLooked(week) && !week.inProgress)
  const best = told.reduce<LineWeek | null>(
    (highest, week) => (highest === null || displayOf(week.close) > displayOf(highest.close) ? week : highest),
    null,
  )
  return best?.weekStart ?? null
}

/** Unchecked weeks after the last covered one that are still drawn. */
const TAIL = 3

/**
 * The weeks that a comparison by the calendar shows, counted: `range` weeks up to the last covered one of any line, and the
 * unchecked ones after it as far as there is room for them. Null where nothing is covered.
 */
export function calendarSpan(lines: readonly (readonly LineWeek[])[], range: AlignedRange): [number, number] | null {
  const weeks = lines.flat()
  const looked = weeks.filter(isLooked).map(({ weekStart }) => weekNumberOf(weekStart))
  if (looked.length === 0) return null
  const numbers = weeks.map(({ weekStart }) => weekNumberOf(weekStart))
  const [first, last, covered] = [least(numbers), most(numbers), most(looked)]
  const to = Math.min(last, covered + TAIL)
  return [range === 'all' ? first : Math.max(first, covered - Number(range) + 1), to]
}

/**
 * The weeks from each line's week 0 that an aligned comparison shows: from the first to the last that any line has covered, at
 * most `range` to each side. `zeros` are Mondays, null for a line that has none. Null where no line has both.
 */
export function offsetSpan(
  lines: readonly (readonly LineWeek[])[],
  zeros: readonly (number | null)[],
  range: AlignedRange,
): [number, number] | null {
  const offsets = lines.flatMap((weeks, index) => {
    const zero = zeros[index]
    return zero === null ? [] : weeks.filter(isLooked).map(({ weekStart }) => (weekStart - zero) / DAYS)
  })
  if (offsets.length === 0) return null
  const reach = range === 'all' ? Number.POSITIVE_INFINITY : Number(range)
  const within = offsets.filter((offset) => Math.abs(offset) <= reach)
  return within.length === 0 ? null : [Math.min(0, least(within)), Math.max(0, most(within))]
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
