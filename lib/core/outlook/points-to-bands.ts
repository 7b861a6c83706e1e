import { type Band, bandsOf } from '@/lib/core/scoring/bands'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { pointsForScore } from '@/lib/core/scoring/score'

/** A display rounds up what lies so little below a band's limit, in score points. */
const DISPLAY_ROUNDING = 0.05

const RUNGS = [1, 2, 3, 4, 5] as const

/** What it takes to reach a band from where a dyad stands. */
export interface BandCost {
  band: Band
  /** Points needed; 0 where the band is reached already. */
  points: number
  /** By rung, how many fresh, confirmed incidents of it alone would do, in a category of weight 1. */
  freshConfirmed: Record<(typeof RUNGS)[number], number>
}

/**
 * What it takes to reach each band above Calm from `points`, lowest first: max(0, X(L − 0.05) − X), and by rung n
 * ceil(points / b^(n − 1)) (SCORING.md 2.9). A statement about the arithmetic, not a forecast.
 */
export const pointsToBands = (points: number, params: MethodParameters): BandCost[] =>
  bandsOf(params)
    .filter(({ level }) => level > 0)
    .map((band) => {
      const needed = Math.max(0, pointsForScore(band.from - DISPLAY_ROUNDING, params) - points)
      const countOf = (rung: number) => Math.ceil(needed / params.base ** (rung - 1))
      return {
        band,
        points: needed,
        freshConfirmed: { 1: countOf(1), 2: countOf(2), 3: countOf(3), 4: countOf(4), 5: countOf(5) },
      }
    })
