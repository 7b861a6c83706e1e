import type { BandLimits, MethodParameters } from '@/lib/core/scoring/parameters'

/** A named range of displayed scores: from `from` up to but not including `to` (SCORING.md 2.3). */
export interface Band {
  level: number
  name: string
  from: number
  to: number
}

/** What names the bands of a method: its parameters, or those of them that set the limits. */
type Limited = Pick<MethodParameters, 'bandLimits'>

/** Bands by their limits: figures are made by the thousand, with limits that are one object a method. */
const made = new WeakMap<BandLimits, readonly Band[]>()

function bandsWith({ cooperative, strained, tense, severe, crisis, rupture }: BandLimits): readonly Band[] {
  return [
    { level: -1, name: 'Cooperative', from: -100, to: cooperative },
    { level: 0, name: 'Calm', from: cooperative, to: strained },
    { level: 1, name: 'Strained', from: strained, to: tense },
    { level: 2, name: 'Tense', from: tense, to: severe },
    { level: 3, name: 'Severe', from: severe, to: crisis },
    { level: 4, name: 'Crisis', from: crisis, to: rupture },
    { level: 5, name: 'Rupture', from: rupture, to: 100 },
  ]
}

/**
 * The bands of a method from the lowest. Cooperative takes its upper limit itself; every other band begins with its `from`.
 * The same limits object gives the same list, which is why limits are never changed in place.
 */
export function bandsOf({ bandLimits }: Limited): readonly Band[] {
  const known = made.get(bandLimits)
  if (known) return known
  const bands = bandsWith(bandLimits)
  made.set(bandLimits, bands)
  return bands
}

/**
 * The displayed value: one decimal, halves away from zero, never −0 (SCORING.md 2.3). Ten times a double that prints as
 * x.x5 rounds to exactly .5 for every such value on the scale, so 9.95 gives 10.0 although the double lies below it.
 */
export function displayOf(score: number): number {
  const size = Math.floor(Math.abs(score) * 10 + 0.5) / 10
  return score < 0 && size > 0 ? -size : size
}

/** The band of a displayed value among those of one method, from the lowest. */
function bandAmong(displayed: number, bands: readonly Band[]): Band {
  const [cooperative, calm] = bands
  if (displayed <= cooperative.to) return cooperative
  return bands.findLast((band) => band.level >= 0 && displayed >= band.from) ?? calm
}

/** The band of a displayed value by the method that made it. */
export const bandOf = (displayed: number, parameters: Limited): Band => bandAmong(displayed, bandsOf(parameters))

/** The band of a score, looked up from what is displayed so that the two never disagree. */
export const bandOfScore = (score: number, parameters: Limited): Band => bandOf(displayOf(score), parameters)

/** The same where the bands are at hand without their parameters, as they are in a view. */
export const bandOfScoreAmong = (score: number, bands: readonly Band[]): Band => bandAmong(displayOf(score), bands)
