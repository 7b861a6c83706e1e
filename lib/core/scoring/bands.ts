/** A named range of displayed scores: from `from` up to but not including `to` (SCORING.md 2.3). */
export interface Band {
  level: number
  name: string
  from: number
  to: number
}

/** The bands from the lowest. Cooperative takes −10.0 itself; every other band begins with its `from`. */
export const BANDS: readonly Band[] = [
  { level: -1, name: 'Cooperative', from: -100, to: -10 },
  { level: 0, name: 'Calm', from: -10, to: 10 },
  { level: 1, name: 'Strained', from: 10, to: 25 },
  { level: 2, name: 'Tense', from: 25, to: 50 },
  { level: 3, name: 'Severe', from: 50, to: 75 },
  { level: 4, name: 'Crisis', from: 75, to: 90 },
  { level: 5, name: 'Rupture', from: 90, to: 100 },
]

/**
 * The displayed value: one decimal, halves away from zero, never −0 (SCORING.md 2.3). Ten times a double that prints as
 * x.x5 rounds to exactly .5 for every such value on the scale, so 9.95 gives 10.0 although the double lies below it.
 */
export function displayOf(score: number): number {
  const size = Math.floor(Math.abs(score) * 10 + 0.5) / 10
  return score < 0 && size > 0 ? -size : size
}

/** The band of a displayed value. */
export function bandOf(displayed: number): Band {
  if (displayed <= -10) return BANDS[0]
  return BANDS.findLast((band) => band.level >= 0 && displayed >= band.from) ?? BANDS[1]
}

/** The band of a score, looked up from what is displayed so that the two never disagree. */
export const bandOfScore = (score: number): Band => bandOf(displayOf(score))
