import type { Category, Persistence } from '@/lib/core/codebook/categories'
import type { Credibility, Reliability } from '@/lib/core/codebook/grades'

/** Every number that the score depends on (SCORING.md 2.2). Half-lives and the hold cap are in days. */
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

/** JSON with sorted keys and no spaces: the same parameters always give the same text, ready to be hashed. */
export const canonicalParameters = (params: MethodParameters): string => JSON.stringify(sorted(params))
