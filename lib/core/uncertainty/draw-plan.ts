import { PERSISTENCES } from '@/lib/core/codebook/categories'
import { type AskedDays, indexFrom } from '@/lib/core/uncertainty/asked-days'
import type { DrawColumns } from '@/lib/core/uncertainty/draw-columns'

/** Sums that are kept for each asked day: one a persistence. */
export const WIDTH = PERSISTENCES.length

/**
 * Columns laid out over the asked days, with a line for each day on which an incident may start. A sum is named by asked
 * day i and persistence p as `i * WIDTH + p`; the number of days itself stands for “after the last of them”.
 */
export interface DrawPlan {
  columns: DrawColumns
  days: Int32Array
  /** The line of each row's first possible day; those of the others follow. */
  firstLine: Int32Array
  /** By line: the sum of the first asked day from the start on, and that of the first from the fade day on. */
  startAt: Int32Array
  fadeAt: Int32Array
  /** By line: where a table of decay has what is left on the latter day. */
  decayAt: Int32Array
  /** Days that a table of decay has to hold for each persistence. */
  decayLength: number
}

function longestStep(days: Int32Array): number {
  let longest = 0
  for (let index = 1; index < days.length; index++) longest = Math.max(longest, days[index] - days[index - 1])
  return longest
}

function longestWait({ length, earliestDay, hold }: DrawColumns, firstDay: number): number {
  let longest = 0
  for (let row = 0; row < length; row++) longest = Math.max(longest, firstDay - earliestDay[row] - hold[row])
  return longest
}

/** The line of each row's first possible day, and the number of all lines. */
function linesOf({ length, possibleDays }: DrawColumns): { firstLine: Int32Array; lines: number } {
  const firstLine = new Int32Array(length)
  let lines = 0
  for (let row = 0; row < length; row++) {
    firstLine[row] = lines
    lines += possibleDays[row]
  }
  return { firstLine, lines }
}

/** The plan of some incidents over some days. O(possible days of all incidents + days from the first to the last asked). */
export function drawPlanOf(columns: DrawColumns, asked: AskedDays): DrawPlan {
  const { length, earliestDay, possibleDays, hold, persistence } = columns
  const { days } = asked
  const decayLength = days.length === 0 ? 1 : 1 + Math.max(longestStep(days), longestWait(columns, days[0]))
  const { firstLine, lines } = linesOf(columns)
  const [startAt, fadeAt, decayAt] = [new Int32Array(lines), new Int32Array(lines), new Int32Array(lines)]
  for (let row = 0; row < length; row++) {
    for (let later = 0; later < possibleDays[row]; later++) {
      const line = firstLine[row] + later
      const fadeDay = earliestDay[row] + later + hold[row]
      const fadeIndex = indexFrom(asked, fadeDay)
      const wait = fadeIndex < days.length ? days[fadeIndex] - fadeDay : 0
      startAt[line] = indexFrom(asked, earliestDay[row] + later) * WIDTH + persistence[row]
      fadeAt[line] = fadeIndex * WIDTH + persistence[row]
      decayAt[line] = persistence[row] * decayLength + wait
    }
  }
  return { columns, days, firstLine, startAt, fadeAt, decayAt, decayLength }
}
