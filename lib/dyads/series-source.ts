import 'server-only'
import type { AsOf } from '@/lib/as-of/schema'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { Coverage, DailySeries } from '@/lib/core/scoring'
import { DeskError } from '@/lib/errors'
import type { IncidentRow } from '@/lib/incidents/views'
import type { Method } from '@/lib/method/store'
import type { IncidentDoubts } from './incident-doubts'
import type { IncidentFacts } from './incident-facts'
import { knownSource } from './known-source'
import { proposedSource } from './proposed-source'
import type { ScoredRow } from './series-rebuild'
import { storedSource } from './stored-source'
import type { ContextMark } from './views'
import type { DriverNames, StoredWeek } from './week-view'

/** Which record a score is asked of: what counts now, what was known at a moment, or what counts with all that is proposed. */
export interface Reading {
  asOf?: AsOf
  /** For those who may see unpublished work; never together with a moment. */
  unreviewed?: boolean
}

/** An incident's row as its record has it, and how many sources it names there. */
export interface SourcedRow {
  row: IncidentRow
  sources: number
}

/** The latest word on a week's check. */
export interface LatestCheck {
  weekStart: number
  checked: boolean
  note: string
  byId: string | null
  at: Date
}

/** What every query of a dyad's score is answered from. Incidents are those that count, as that record has them. */
export interface SeriesSource {
  dyadId: string
  /** The method that makes its figures. */
  method: Method
  /** The last day that counts. */
  today: number
  /** Monday of the first covered week; null where nothing is known. */
  began: number | null
  /** Oldest first, up to the week of `today`, which is cut there. */
  weeks(): Promise<StoredWeek[]>
  /** Daily points of whole weeks, from the week of one day to that of another; 0 outside the record. */
  days(fromDay: number, toDay: number): Promise<DailySeries>
  /** The coverage of the weeks that begin between two days, by their Mondays. */
  coverage(fromDay: number, toDay: number): Promise<Map<number, Coverage>>
  incidents(): Promise<ScoredRow[]>
  /** The same with what signals, grades and measures read of them. O(the dyad's incidents). */
  facts(): Promise<IncidentFacts[]>
  /** Those that start between two days, both included. */
  started(fromDay: number, toDay: number): Promise<ScoredRow[]>
  /** Those with most points on a day, most first. */
  largest(day: number, most: number): Promise<ScoredRow[]>
  names(ids: string[]): Promise<DriverNames>
  /** In the order of the ids. */
  rows(ids: string[]): Promise<SourcedRow[]>
  /** Acts of third countries, latest first. */
  context(most: number): Promise<ContextMark[]>
  /** Latest week first. */
  checks(most: number): Promise<LatestCheck[]>
  /** What a simulation reads of the incidents beside the score, and who reports them. O(the dyad's incidents). */
  doubts(): Promise<IncidentDoubts[]>
}

/**
 * The source of a dyad's score. What counts now is read from the stored series; any other reading is computed in memory, in
 * O(the dyad's incidents × days).
 * @throws DeskError FORBIDDEN for unreviewed work; INVALID for unreviewed work as of a moment.
 */
export async function sourceOf(
  viewer: Viewer,
  dyadId: string,
  { asOf, unreviewed }: Reading = {},
): Promise<SeriesSource> {
  if (unreviewed) {
    authorize(viewer, 'incident:read-unpublished')
    if (asOf) throw new DeskError('INVALID', 'What is proposed can be counted as of now alone.')
    return proposedSource(dyadId)
  }
  return asOf ? knownSource(dyadId, asOf.moment.getTime(), asOf.method) : storedSource(dyadId)
}
