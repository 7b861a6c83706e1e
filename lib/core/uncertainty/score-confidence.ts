import { CONFIDENCES, type Confidence } from '@/lib/core/codebook/grades'

/** What the confidence in a score rests on. */
export interface ConfidenceBasis {
  /** q of `qualityShareOf`; undefined when there are no points to judge. */
  qualityShare: number | undefined
  /** p95 − p05 of the data interval, in score points. */
  width: number
  /** How many of the last four weeks are not covered. */
  uncoveredOfLastFour: number
}

/** One of the three conditions: its number, and the confidence that it would give alone. */
export interface ConfidenceReason {
  condition: 'quality' | 'width' | 'coverage'
  value: number
  level: Confidence
}

export interface ScoreConfidence {
  level: Confidence
  reasons: ConfidenceReason[]
}

const levelOf = (high: boolean, low: boolean): Confidence => (high ? 'high' : low ? 'low' : 'moderate')

/**
 * Confidence in a score (SCORING.md 2.11). High: q >= .8, width <= 15 and the last four weeks covered. Low: q < .5, or
 * width > 30, or two or more of them not covered. Else moderate; so the lowest of the three conditions decides. Without
 * points there is no q, and the other two decide: a calm that was looked into is as sure as its coverage. It never goes into
 * one sentence with the likelihood of `likelihoodWords`.
 * @throws RangeError when q is not between 0 and 1, the width is negative or the weeks are not 0 to 4.
 */
export function confidenceOf({ qualityShare, width, uncoveredOfLastFour: weeks }: ConfidenceBasis): ScoreConfidence {
  if (qualityShare !== undefined && !(qualityShare >= 0 && qualityShare <= 1)) {
    throw new RangeError(`a share lies between 0 and 1, not at ${qualityShare}`)
  }
  if (!(width >= 0)) throw new RangeError(`an interval cannot be ${width} wide`)
  if (!(Number.isInteger(weeks) && weeks >= 0 && weeks <= 4)) throw new RangeError(`${weeks} of four weeks`)
  const reasons: ConfidenceReason[] = [
    { condition: 'width', value: width, level: levelOf(width <= 15, width > 30) },
    { condition: 'coverage', value: weeks, level: levelOf(weeks === 0, weeks >= 2) },
  ]
  if (qualityShare !== undefined) {
    const level = levelOf(qualityShare >= 0.8, qualityShare < 0.5)
    reasons.unshift({ condition: 'quality', value: qualityShare, level })
  }
  const lowest = CONFIDENCES.findLast((level) => reasons.some((reason) => reason.level === level))
  return { level: lowest ?? 'moderate', reasons }
}
