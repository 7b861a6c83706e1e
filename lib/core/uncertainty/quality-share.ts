import type { Confidence } from '@/lib/core/codebook/grades'

/** Points of one incident on a day, its verification v, and how sure the coder is of the rung. */
export interface GradedPoints {
  points: number
  verification: number
  confidence: Confidence
}

const WELL_VERIFIED = 0.75

/**
 * q: the share of |points| that comes from incidents with v from 0.75 up and a confidence that is not low, 0..1
 * (SCORING.md 2.11). Undefined without points.
 */
export function qualityShareOf(incidents: Iterable<GradedPoints>): number | undefined {
  let [good, all] = [0, 0]
  for (const { points, verification, confidence } of incidents) {
    const size = Math.abs(points)
    all += size
    if (verification >= WELL_VERIFIED && confidence !== 'low') good += size
  }
  return all === 0 ? undefined : good / all
}
