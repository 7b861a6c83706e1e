import type { Category } from '@/lib/core/codebook/categories'

/**
 * What a rule waits for in a dyad. Bands are named by their level, so that a rule outlives a method with other limits.
 * - band: a week closes in the band (with `orAbove` in it or a higher one) and the week before did not, or the other way round
 * - move: a week closes `points` or more, as displayed, above or below the week before
 * - incident: an incident at rung `rung` or above, of `category` where one is named
 * - first: the first of an indicator or a category in the record, or a category that is hit after 365 quiet days
 * - silence: so many weeks in a row that were checked and had no incident, or that nobody checked and that have none
 * - unreviewed: something waits for review for so many days
 */
export type WatchCondition =
  | { kind: 'band'; level: number; orAbove: boolean; way: 'enters' | 'leaves' }
  | { kind: 'move'; points: number; way: 'up' | 'down' | 'either' }
  | { kind: 'incident'; rung: number | null; category: Category | null }
  | { kind: 'first'; of: 'code' | 'category' | 'front' }
  | { kind: 'silence'; weeks: number; of: 'incidents' | 'checks' }
  | { kind: 'unreviewed'; days: number }

export type WatchKind = WatchCondition['kind']

/** The conditions that a week settles once it is over; the others are met by an incident, or a day. */
export const isWeekly = ({ kind }: Pick<WatchCondition, 'kind'>): boolean =>
  kind === 'band' || kind === 'move' || kind === 'silence'
