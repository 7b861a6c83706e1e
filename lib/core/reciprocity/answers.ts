import type { DaySpan } from '@/lib/core/reciprocity/side-days'

/**
 * For each day of `own`, how many days later the first day of `other` comes that is strictly later and at most `windowDays`
 * so; days without one have none. Both ascending. O(own + other).
 */
export function latenciesOf(own: Int32Array, other: Int32Array, windowDays: number): number[] {
  const latencies: number[] = []
  let next = 0
  for (const day of own) {
    while (next < other.length && other[next] <= day) next++
    if (next < other.length && other[next] - day <= windowDays) latencies.push(other[next] - day)
  }
  return latencies
}

/** How many days of `own` have such a day: the length of `latenciesOf` without the list. O(own + other). */
export function answeredCount(own: Int32Array, other: Int32Array, windowDays: number): number {
  let [count, next] = [0, 0]
  for (let at = 0; at < own.length; at++) {
    while (next < other.length && other[next] <= own[at]) next++
    if (next === other.length) break
    if (other[next] - own[at] <= windowDays) count++
  }
  return count
}

/** How many days of a span would have an answer by `other` had a move been made on them. O(other). */
export function answerableDays(other: Int32Array, { firstDay, lastDay }: DaySpan, windowDays: number): number {
  let [count, from] = [0, firstDay]
  for (const day of other) {
    const [first, last] = [Math.max(from, day - windowDays), Math.min(lastDay, day - 1)]
    if (last < first) continue
    count += last - first + 1
    from = last + 1
  }
  return count
}
