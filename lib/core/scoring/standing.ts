import { type Band, bandOfScore, bandsOf } from '@/lib/core/scoring/bands'
import type { MethodParameters } from '@/lib/core/scoring/parameters'

/** How long a score has stood at a band or above: the first day of the run that reaches the last day. */
export interface Standing {
  band: Band
  /** Index of the run's first day. */
  since: number
  /** The run began before the scores did. */
  open: boolean
}

/**
 * For each band above Calm up to the last score's own, highest first: since when the score has not been below it. `scores` are
 * the daily scores, oldest first, all made with `params`; none gives none.
 */
export function standingsOf(scores: readonly number[], params: MethodParameters): Standing[] {
  const levels = scores.map((score) => bandOfScore(score, params).level)
  const last = levels.at(-1)
  if (last === undefined) return []
  return bandsOf(params)
    .filter(({ level }) => level > 0 && level <= last)
    .sort((a, b) => b.level - a.level)
    .map((band) => {
      const below = levels.findLastIndex((level) => level < band.level)
      return { band, since: below + 1, open: below < 0 }
    })
}
