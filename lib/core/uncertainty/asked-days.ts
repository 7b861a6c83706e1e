/** The days that a simulation is asked about, ascending. */
export interface AskedDays {
  days: Int32Array
  /** For each day from the first to the last asked day, the index of the first asked day not before it. */
  next: Int32Array
}

/**
 * Makes a lookup for some days.
 * @throws RangeError when the days are not whole or not strictly ascending.
 */
export function askedDaysOf(list: readonly number[]): AskedDays {
  for (const [index, day] of list.entries()) {
    if (!Number.isInteger(day)) throw new RangeError(`${day} is not a day`)
    if (index > 0 && day <= list[index - 1]) throw new RangeError(`day ${day} does not come after ${list[index - 1]}`)
  }
  const days = Int32Array.from(list)
  const next = new Int32Array(days.length === 0 ? 0 : days[days.length - 1] - days[0] + 1)
  for (let index = 0, at = 0; at < next.length; at++) {
    next[at] = index
    if (days[0] + at === days[index]) index++
  }
  return { days, next }
}

/** The index of the first asked day that is not before `day`; the number of days when all are. */
export function indexFrom({ days, next }: AskedDays, day: number): number {
  const offset = day - days[0]
  if (offset <= 0) return 0
  return offset < next.length ? next[offset] : days.length
}
