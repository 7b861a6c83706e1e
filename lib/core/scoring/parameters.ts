import type { Category, Persistence } from '@/lib/core/codebook/categories'
import type { Confidence, Credibility, Reliability } from '@/lib/core/codebook/grades'

/** Displayed scores at which the bands meet: Cooperative ends with the first, each other band begins with its own. */
export type BandLimits = Readonly<
  Record<'cooperative' | 'strained' | 'tense' | 'severe' | 'crisis' | 'rupture', number>
>

/** Every number that a score, its band and its interval depend on (SCORING.md 2.2, 2.3). Half-lives and the hold cap are in days. */
export interface MethodParameters {
  version: string
  /** Points ratio of neighbouring rungs (b). */
  base: number
  /** Fresh, confirmed top-rung incidents that make 50 (A). */
  anchor: number
  halfLife: Record<Persistence, number>
  /** Weight of a de-escalatory point (kappa). */
  relief: number
  /** Longest time at full points (H). */
  holdCap: number
  weight: Record<Category, number>
  reliability: Record<Reliability, number>
  credibility: Record<Credibility, number>
  bandLimits: BandLimits
  /** Chance that a rung is off by one, by the confidence of the coder (p). */
  rungError: Record<Confidence, number>
}

/**
 * Parameters that version 0.1 went by before they could be set, with its values. They stay as they are when later defaults
 * differ: what is stored of 0.1 and what is hashed of it does not hold them.
 */
export const ADDED_PARAMETERS: Readonly<Pick<MethodParameters, 'bandLimits' | 'rungError'>> = {
  bandLimits: { cooperative: -10, strained: 10, tense: 25, severe: 50, crisis: 75, rupture: 90 },
  rungError: { high: 0.05, moderate: 0.2, low: 0.4 },
}

export const DEFAULT_PARAMETERS: Readonly<MethodParameters> = {
  version: '0.1',
  base: 2,
  anchor: 2,
  halfLife: { short: 14, medium: 60, long: 180 },
  relief: 0.5,
  holdCap: 90,
  weight: { diplomatic: 1, cultural: 1, media: 1, legal: 1, economic: 1, people: 1, security: 1, cyber: 1 },
  reliability: { A: 1, B: 0.75, C: 0.5, D: 0.25, E: 0, F: 0.5 },
  credibility: { 1: 1, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0, 6: 0.5 },
  ...ADDED_PARAMETERS,
}

/** Points that make a score of 50: X50 = A b^4 (SCORING.md 2.2). */
export const pointsAtFifty = (params: MethodParameters): number => params.anchor * params.base ** 4

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

const canonical = (value: unknown): string => JSON.stringify(sorted(value))

/**
 * JSON with sorted keys and no spaces: the same parameters always give the same text, ready to be hashed. An added parameter
 * is left out while it has its value of version 0.1, for that version was published with a hash over a text without it.
 */
export function canonicalParameters({ bandLimits, rungError, ...first }: MethodParameters): string {
  const added = Object.entries({ bandLimits, rungError }).filter(
    ([key, value]) => canonical(value) !== canonical(Reflect.get(ADDED_PARAMETERS, key)),
  )
  return canonical({ ...first, ...Object.fromEntries(added) })
}
