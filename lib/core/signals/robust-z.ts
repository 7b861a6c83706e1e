import { quantileOf } from '@/lib/core/statistics/quantile'

/** Weeks that a week is compared with, and how many of them have to be known. */
const WEEKS_BEFORE = 26
const LEAST_WEEKS = 8

/** From a median absolute deviation and a mean one to the standard deviation of a normal distribution. */
const MEDIAN_FACTOR = 0.6744897502
const MEAN_FACTOR = 1.2533141373

/** From this z on a week is unusual (Iglewicz and Hoaglin 1993, "How to detect and handle outliers"). */
const UNUSUAL_Z = 3.5

/** Deviations below the tolerance of every golden value are rounding, in points. */
const NO_DEVIATION = 1e-9

/**
 * Robust z of a week's inflow against the weeks before it (SCORING.md 2.10): 0.6744897502 (I − median) / MAD; with a MAD of
 * 0, (I − median) / (1.2533141373 × mean |I − median|). Inflows are net points, one a week, oldest first; null where a
 * week is not covered, which counts for nothing. Null when the week itself is not covered, fewer than 8 of the 26 weeks
 * before it are, or these are all alike. O(1).
 */
export function robustZ(inflows: readonly (number | null)[], index: number): number | null {
  const inflow = inflows[index] ?? null
  const before = inflows.slice(Math.max(0, index - WEEKS_BEFORE), Math.max(0, index)).filter((known) => known !== null)
  const median = quantileOf(before, 0.5)
  if (inflow === null || median === undefined || before.length < LEAST_WEEKS) return null
  const deviations = before.map((known) => Math.abs(known - median))
  const medianDeviation = quantileOf(deviations, 0.5) ?? 0
  if (medianDeviation > NO_DEVIATION) return (MEDIAN_FACTOR * (inflow - median)) / medianDeviation
  const meanDeviation = deviations.reduce((sum, deviation) => sum + deviation, 0) / deviations.length
  return meanDeviation > NO_DEVIATION ? (inflow - median) / (MEAN_FACTOR * meanDeviation) : null
}

/** `robustZ` of every week. O(weeks). */
export const robustZs = (inflows: readonly (number | null)[]): (number | null)[] =>
  inflows.map((_, index) => robustZ(inflows, index))

/** Whether a robust z makes its week unusual: 3.5 or more. Only a rush is told, never a lull. */
export const isUnusual = (z: number | null): boolean => z !== null && z >= UNUSUAL_Z
