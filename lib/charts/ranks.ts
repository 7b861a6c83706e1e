import { displayOf } from '@/lib/core/scoring'

/**
 * Places of some scores, the highest first: 1, 2, 2, 4. Those that are displayed alike share a place; null has none. Where fewer
 * than two are known there is nothing to rank, and nobody has a place.
 */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  const shown = scores.map((score) => (score === null ? null : displayOf(score)))
  if (shown.filter((score) => score !== null).length < 2) return scores.map(() => null)
  return shown.map((score) =>
    score === null ? null : 1 + shown.filter((other) => other !== null && other > score).length,
  )
}
