import type { Category, Confidence } from '@/lib/core/codebook'
import type { Estimate, Leaning, MeasuredRungError } from '@/lib/core/reliability'

/** A statistic that could be told, or why it could not. */
export type Figure =
  | { kind: 'too-few'; units: number }
  | { kind: 'no-variation'; units: number }
  | {
      kind: 'measured'
      units: number
      alpha: Estimate
      percent: Estimate
      /** Null for dates, of which Gwet's coefficient is not asked. */
      gwet: (Estimate & { name: 'AC1' | 'AC2' }) | null
      /** Of dates: days between the codings of two coders, the median and the largest; null for the rest. */
      apart: { median: number; largest: number } | null
    }

/** Agreement of a group of units in what they say of category, rung and date. */
export interface AgreementGroup {
  key: string
  label: string
  category: Figure
  rung: Figure
  date: Figure
}

export const BREAKDOWNS = ['category', 'coder', 'month'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/**
 * How often one of two coders gave the row's code and the other the column's: pooled over pairs, each pair counted both ways
 * round; of a chosen pair, rows are the first and columns the second.
 */
export interface Confusion<T> {
  codes: T[]
  counts: number[][]
}

/** What the first of two coders gave against the second. */
export interface PairConfusion {
  first: { id: string; name: string }
  second: { id: string; name: string }
  categories: Confusion<Category>
  rungs: Confusion<number>
}

/** How far a coder's rungs lie above (or, below 0, under) those of the others. */
export interface CoderLeaning {
  id: string
  name: string
  rung: Leaning
}

export interface AgreementReport {
  samples: { id: string; title: string; status: 'open' | 'closed' }[]
  units: number
  codings: number
  /** Codings that say the sources do not let the unit be coded; they are in none of the figures. */
  uncodable: number
  /** Units left out, for the viewer codes the same incidents in an open sample. */
  withheld: number
  overall: AgreementGroup
  by: Breakdown | null
  groups: AgreementGroup[]
  categories: Confusion<Category>
  rungs: Confusion<number>
  coders: CoderLeaning[]
  /** The two coders that were asked for; null where none were. */
  pair: PairConfusion | null
  rungErrors: Record<Confidence, MeasuredRungError>
}
