import type { AsOf } from '@/lib/as-of/schema'
import type { DailySeries } from '@/lib/core/scoring'
import type { Reader } from '@/lib/db/transaction'
import type { Method } from '@/lib/method/store'
import { knownOverview } from './known-overview'
import type { ClosePair, RankCursor, RankedDyad } from './overview-read'
import type { RelationRow } from './relations-read'
import { storedOverview } from './stored-overview'
import type { WeekRecord } from './views'
import type { StoredWeek } from './week-view'

/** What a spark line is drawn from. */
export type SparkWeek = Pick<StoredWeek, 'dyadId' | 'weekStart' | 'close' | 'incidents' | 'checked'>

/** A dyad and the week of it that is shown. */
export type ShownWeek = Pick<RankedDyad, 'dyadId' | 'shownWeek'>

/** What the overview of all dyads is answered from. Weeks are whole, as they are stored; `days` serves to cut one. */
export interface OverviewSource {
  /** The last day that counts. */
  today: number
  latestCoveredWeek(): Promise<number | null>
  ranked(week: number, after: RankCursor | null, limit: number): Promise<RankedDyad[]>
  pairs(week: number): Promise<ClosePair[]>
  countNotChecked(week: number): Promise<number>
  methodsOf(dyads: readonly { methodId: string | null }[]): Promise<(dyad: { methodId: string | null }) => Method>
  /** The shown week of each dyad and the one before it, oldest first. */
  weeks(shown: readonly ShownWeek[]): Promise<StoredWeek[]>
  /** The weeks after one Monday up to another, oldest first. */
  sparks(dyadIds: string[], afterWeek: number, lastWeek: number): Promise<SparkWeek[]>
  /** Daily points of one week by dyad. */
  days(dyadIds: string[], weekStart: number): Promise<Map<string, DailySeries>>
  records(shown: ShownWeek[]): Promise<Map<string, WeekRecord>>
  lastIncidentDays(dyadIds: string[], upTo: number): Promise<Map<string, number>>
  /** The latest covered week of any dyad of a country, up to the running one. */
  latestCoveredWeekOf(country: string): Promise<number | null>
  /** The dyads of a country in a week, in no order. */
  relations(country: string, week: number): Promise<RelationRow[]>
  /** Points by cell at the close of each dyad's shown week, by dyad. */
  closeCells(shown: readonly ShownWeek[]): Promise<Map<string, number[]>>
  /** What incidents are called, by `dyad/id`. */
  names(keys: { dyadId: string; id: string }[]): Promise<Map<string, { title: string; code: string; day: number }>>
}

/**
 * The source of the overview: the stored weekly series, or as of a moment what was known then, in memory.
 * @throws DeskError INVALID as of a moment where the record is too large for that.
 */
export async function overviewSource(reader: Reader, asOf: AsOf | undefined): Promise<OverviewSource> {
  return asOf ? knownOverview(reader, asOf) : storedOverview(reader)
}
