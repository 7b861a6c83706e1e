import { civilOf, formatDay, monthEndOf, monthStartOf, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import type { Band } from '@/lib/core/scoring'

/** A mark on the axis of time. */
export interface TimeTick {
  day: number
  label: string
}

/** Where a week lies on an axis of days, from midnight to midnight: its days are drawn at their noon. */
export const weekSpan = (weekStart: number): [number, number] => [weekStart - 0.5, weekStart + 6.5]

/** From the first midnight to the last of some weeks in order; a unit of nothing without any. */
export const timeSpanOf = (weeks: readonly { weekStart: number }[]): [number, number] =>
  weeks.length === 0 ? [0, 1] : [weekSpan(weeks[0].weekStart)[0], weekSpan(weeks[weeks.length - 1].weekStart)[1]]

/** 0 to 100; where a score lies below 0, down to the next quarter of the scale under it. */
export function scoreDomain(scores: readonly number[]): [number, number] {
  const least = scores.reduce((least, score) => Math.min(least, score), 0)
  return [least < 0 ? Math.max(-100, -25 * Math.ceil(-least / 25)) : 0, 100]
}

/** Share of a score axis that a tick's figure takes up: nearer than that two would run into each other. */
const LEAST_TICK_SHARE = 0.04

/** Ticks of a score axis: its ends, zero, and the edges of the bands between them that have room. */
export function scoreTicks(bands: readonly Band[], [low, high]: [number, number]): number[] {
  const room = (high - low) * LEAST_TICK_SHARE
  const edges = bands.map(({ from }) => from).filter((edge) => edge > low && edge < high)
  const ticks: number[] = []
  for (const tick of [low, 0, high, ...edges]) {
    if (ticks.every((other) => Math.abs(other - tick) >= room)) ticks.push(tick)
  }
  return ticks.sort((a, b) => a - b)
}

/** Ticks at every quarter of the scale between the ends of a domain that are quarters themselves. */
export const quarterTicks = ([low, high]: [number, number]): number[] =>
  Array.from({ length: (high - low) / 25 + 1 }, (_, index) => low + 25 * index)

const WEEKLY_UP_TO_DAYS = 27 * 7
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120]

function weekTicks(firstDay: number, lastDay: number, most: number): TimeTick[] {
  const sundays: number[] = []
  for (let day = weekEndOf(firstDay); day <= lastDay; day += 7) sundays.push(day)
  const step = Math.max(1, Math.ceil(sundays.length / most))
  // Counted from the end, so that the latest week is always named.
  const kept = sundays.filter((_, index) => (sundays.length - 1 - index) % step === 0)
  return kept.map((day, index) => {
    const id = weekIdOf(day)
    const newYear = index === 0 || weekIdOf(kept[index - 1]).slice(0, 4) !== id.slice(0, 4)
    return { day, label: newYear ? id : id.slice(5) }
  })
}

function monthTicks(firstDay: number, lastDay: number, most: number): TimeTick[] {
  const months: number[] = []
  for (let day = monthStartOf(firstDay); day <= lastDay; day = monthEndOf(day) + 1)
    if (day >= firstDay) months.push(day)
  const step = MONTH_STEPS.find((size) => months.length / size <= most) ?? 240
  const inStep = months.filter((day) => {
    const { year, month } = civilOf(day)
    return (year * 12 + month - 1) % step === 0
  })
  return inStep.map((day, index) => {
    const [, month, year] = formatDay(day).split(' ')
    return { day, label: index === 0 || month === 'Jan' ? `${month} ${year}` : month }
  })
}

/** At most about `most` ticks: ISO weeks up to half a year, months beyond. */
export const timeTicks = (firstDay: number, lastDay: number, most: number): TimeTick[] =>
  lastDay - firstDay <= WEEKLY_UP_TO_DAYS
    ? weekTicks(firstDay, lastDay, most)
    : monthTicks(firstDay, lastDay, Math.max(2, most))
