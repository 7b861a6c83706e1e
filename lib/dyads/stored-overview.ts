import { todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import type { Reader } from '@/lib/db/transaction'
import { rowsByKey } from '@/lib/incidents/rows'
import { methodsOfSeries } from '@/lib/method/store'
import {
  closePairs,
  countNotChecked,
  lastIncidentDays,
  latestCoveredWeek,
  rankedDyads,
  recordsOf,
} from './overview-read'
import type { OverviewSource } from './overview-source'
import { closeCellsOf, latestCoveredOf, relationsOf } from './relations-read'
import { storedWeekOf } from './stored-days'
import { WEEK_COLUMNS } from './week-view'

/** The overview from the stored weekly series: one small row a dyad for order and counts, 27 for each shown. */
export function storedOverview(reader: Reader): OverviewSource {
  const today = todayUtc()
  return {
    today,
    latestCoveredWeek: () => latestCoveredWeek(reader, today),
    ranked: (week, after, limit) => rankedDyads(reader, week, after, limit),
    pairs: (week) => closePairs(reader, week),
    countNotChecked: (week) => countNotChecked(reader, week),
    methodsOf: (dyads) => methodsOfSeries(reader, dyads),
    weeks: (shown) =>
      reader.dyadWeek.findMany({
        where: {
          OR: shown.map(({ dyadId, shownWeek }) => ({ dyadId, weekStart: { in: [shownWeek - 7, shownWeek] } })),
        },
        orderBy: { weekStart: 'asc' },
        select: WEEK_COLUMNS,
      }),
    // Narrow rows, for there are many.
    sparks: (dyadIds, afterWeek, lastWeek) =>
      reader.dyadWeek.findMany({
        where: { dyadId: { in: dyadIds }, weekStart: { gt: afterWeek, lte: lastWeek } },
        orderBy: { weekStart: 'asc' },
        select: { dyadId: true, weekStart: true, close: true, incidents: true, checked: true },
      }),
    days: (dyadIds, weekStart) => storedWeekOf(reader, dyadIds, weekStart),
    records: (shown) => recordsOf(reader, shown),
    lastIncidentDays: (dyadIds, upTo) => lastIncidentDays(reader, dyadIds, upTo),
    latestCoveredWeekOf: (country) => latestCoveredOf(reader, country, weekStartOf(today)),
    relations: (country, week) => relationsOf(reader, country, week),
    closeCells: (shown) => closeCellsOf(reader, shown),
    names: async (keys) => {
      const rows = await rowsByKey(reader, keys)
      return new Map(
        rows.map(({ dyadId, id, title, code, startDay }) => [
          `${dyadId}/${id}`,
          { title, code: code ?? '', day: startDay },
        ]),
      )
    },
  }
}
