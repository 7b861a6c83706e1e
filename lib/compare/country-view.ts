import 'server-only'
import type { AsOf } from '@/lib/as-of/schema'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import {
  bandsOf,
  coverageOf,
  type DailySeries,
  type Figures,
  figuresOf,
  type MethodParameters,
  weekFiguresOf,
} from '@/lib/core/scoring'
import { isCountry } from '@/lib/countries'
import { database } from '@/lib/db/client'
import { type OverviewSource, overviewSource } from '@/lib/dyads/overview-source'
import type { RelationRow } from '@/lib/dyads/relations-read'
import { DeskError } from '@/lib/errors'
import type { CountryView, RelationView } from './views'
import { weekAsked } from './week-asked'

/**
 * A country's dyads in a week: its latest covered one unless another is asked for. One read of the weekly series, whatever the
 * log holds, and one more of the running week's days; as of a moment it is computed in memory, as the overview is.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a code that is no country's, or a week that is none or has not begun; INVALID as of
 * a moment where the record is too large for that.
 */
export async function countryView(
  viewer: Viewer,
  code: string,
  { week, asOf }: { week?: string; asOf?: AsOf } = {},
): Promise<CountryView> {
  authorize(viewer, 'dyad:read')
  if (!isCountry(code)) throw new DeskError('NOT_FOUND', `No country has the code ${code}.`)
  const source = await overviewSource(await database(), asOf)
  const running = weekStartOf(source.today)
  const weekStart =
    week === undefined ? ((await source.latestCoveredWeekOf(code)) ?? running) : weekAsked(week, source.today)
  const rows = await source.relations(code, weekStart)
  const methodOf = await source.methodsOf(rows)
  const days = weekStart === running ? await runningDays(source, rows, running) : new Map<string, DailySeries>()
  const relations = rows.map((row) => {
    const { parameters } = methodOf(row)
    return relationView(code, row, { weekStart, today: source.today, parameters, days: days.get(row.dyadId) })
  })
  return {
    code,
    weekStart,
    previousWeek: weekStart - 7,
    nextWeek: weekStart < running ? weekStart + 7 : null,
    inProgress: weekStart === running && source.today < weekEndOf(running),
    relations: relations.sort(byTension),
    asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
  }
}

const runningDays = async (source: OverviewSource, rows: readonly RelationRow[], running: number) =>
  rows.length === 0
    ? new Map<string, DailySeries>()
    : source.days(
        rows.map(({ dyadId }) => dyadId),
        running,
      )

interface Setting {
  weekStart: number
  today: number
  parameters: MethodParameters
  /** The running week day by day, where it is asked for. */
  days: DailySeries | undefined
}

function relationView(code: string, row: RelationRow, setting: Setting): RelationView {
  const { weekStart, today, parameters, days } = setting
  const { dyadId, shownWeek, before } = row
  const [first, second] = codesOf(dyadId)
  const cut = days ? weekFiguresOf(days, weekStart, parameters, today) : null
  const shown = shownWeek === weekStart && cut ? cut : row
  const figures = figuresOf(shown.closeCells, parameters)
  const spark = row.spark.map((week) => ({
    weekStart: week.weekStart,
    close: cut && week.weekStart === weekStart ? cut.close : week.close,
    coverage: coverageOf(week),
  }))
  const covered = shownWeek === weekStart
  return {
    dyadId,
    other: code === first ? second : first,
    shownWeek,
    inProgress: shownWeek === weekStartOf(today) && today < weekEndOf(shownWeek),
    close: shown.close,
    band: figures.band.name,
    change: before === null ? null : shown.close - before,
    ...directionsOf(code === first, figures),
    notCheckedSince: covered ? null : shownWeek + 7,
    arithmetic: covered ? null : (spark.at(-1)?.close ?? null),
    spark,
    bands: bandsOf(parameters),
  }
}

function directionsOf(isFirst: boolean, { direction }: Figures): Pick<RelationView, 'out' | 'in'> {
  const [forward, backward] = [direction.forward.contribution, direction.backward.contribution]
  return isFirst ? { out: forward, in: backward } : { out: backward, in: forward }
}

/** Those that were checked first, then by tension, then by id. */
const byTension = (a: RelationView, b: RelationView): number =>
  Number(a.notCheckedSince !== null) - Number(b.notCheckedSince !== null) ||
  b.close - a.close ||
  (a.dyadId < b.dyadId ? -1 : 1)
