import type { Credibility, Reliability } from '@/lib/core/codebook/grades'
import type { MethodParameters } from '@/lib/core/scoring/parameters'

/** Verification v = (r + 2c) / 3, 0..1 (SCORING.md 2.2). */
export const verificationOf = (reliability: Reliability, credibility: Credibility, params: MethodParameters): number =>
  (params.reliability[reliability] + 2 * params.credibility[credibility]) / 3
