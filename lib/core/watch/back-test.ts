import type { WatchCause } from '@/lib/core/watch/cause'
import type { WatchWeek } from '@/lib/core/watch/facts'

/** Weeks on either side of which a local peak is the highest, and before a peak in which an alert counts as ahead of it. */
export const PEAK_WEEKS = 8
/** A local peak rises at least so far above the lowest close of the weeks before it. */
export const PEAK_RISE = 10

/** A week to have been warned of. */
export interface Peak {
  weekStart: number
  close: number
  /** The highest close of the whole record. */
  highest: boolean
}

/**
 * The weeks that a rule should have told of before they came: the highest weekly close of the record (the first of several), and
 * each week that closes higher than the eight before it, at least as high as the eight after it, and ten or more above the
 * lowest of the eight before. O(weeks).
 */
export function peaksOf(weeks: readonly WatchWeek[]): Peak[] {
  const highest = weeks.reduce<WatchWeek | null>((best, week) => (best && best.close >= week.close ? best : week), null)
  return weeks.flatMap((week, index): Peak[] => {
    if (week === highest) return [{ weekStart: week.weekStart, close: week.close, highest: true }]
    const before = weeks.slice(Math.max(0, index - PEAK_WEEKS), index)
    const after = weeks.slice(index + 1, index + 1 + PEAK_WEEKS)
    const tops = before.every(({ close }) => close < week.close) && after.every(({ close }) => close <= week.close)
    const rises = before.some(({ close }) => week.close - close >= PEAK_RISE)
    return tops && rises ? [{ weekStart: week.weekStart, close: week.close, highest: false }] : []
  })
}

/** A peak, and how early the first alert of the eight weeks before it would have come. */
export interface PeakLead extends Peak {
  /** Days from that alert to the peak's Sunday; −1 for one that only came when the peak's week was over. Null without any. */
  leadDays: number | null
}

/** How early each peak would have been told of. O(peaks × causes). */
export const leadsOf = (peaks: readonly Peak[], causes: readonly WatchCause[]): PeakLead[] =>
  peaks.map((peak) => {
    const sunday = peak.weekStart + 6
    const told = causes
      .map(({ toldDay }) => toldDay)
      .filter((day) => day >= peak.weekStart - 7 * PEAK_WEEKS && day <= sunday + 1)
    return { ...peak, leadDays: told.length === 0 ? null : sunday - Math.min(...told) }
  })
