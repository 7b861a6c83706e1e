import 'server-only'
import type { AsOf } from '@/lib/as-of/schema'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { isWeekId, weekEndOf, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { bandOfScore, bandsOf, coverageOf, type MethodParameters, weekFiguresOf } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { DeskError } from '@/lib/errors'
import type { ClosePair, RankCursor, RankedDyad } from './overview-read'
import { overviewSentence } from './overview-sentence'
import { type OverviewSource, overviewSource, type SparkWeek } from './overview-source'
import type { OverviewPage, OverviewRow } from './views'
import { cutAtToday, type StoredWeek, weekViewOf } from './week-view'

const PAGE = 50
const SPARK_WEEKS = 26

/**
 * The overview of a week: dyads by tension, those not checked after them with their last checked figure. Opens at the latest
 * covered week. What counts now reads the weekly series alone; as of a moment it is computed in memory, in
 * O(incidents × days), and for a record of limited size.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a week that is none or has not begun; INVALID as of a moment where the record is
 * too large for that.
 */
export async function overviewPage(
  viewer: Viewer,
  { week, after, asOf }: { week?: string; after?: string; asOf?: AsOf } = {},
): Promise<OverviewPage> {
  authorize(viewer, 'dyad:read')
  const source = await overviewSource(await database(), asOf)
  const { today } = source
  const latest = await source.latestCoveredWeek()
  const weekStart = week === undefined ? (latest ?? weekStartOf(today)) : askedWeek(week, today)
  const [ranked, pairs, notChecked] = [
    await source.ranked(weekStart, decodeCursor(after), PAGE + 1),
    await source.pairs(weekStart),
    await source.countNotChecked(weekStart),
  ]
  const page = ranked.slice(0, PAGE)
  const unfinished = weekStart === weekStartOf(today) && today < weekEndOf(weekStart)
  // A week that is not over has no close yet to set a record with.
  const closed = unfinished ? pairs.map((pair) => ({ ...pair, isRecord: false })) : pairs
  const methodOf = await source.methodsOf([...page, ...pairs])
  const parametersOf: ParametersOf = (dyad) => methodOf(dyad).parameters
  const rows = await rowsOf(source, page, weekStart, parametersOf)
  const last = page.at(-1)
  return {
    weekStart,
    previousWeek: page.length > 0 || pairs.length > 0 ? weekStart - 7 : null,
    nextWeek: weekStart < weekStartOf(today) ? weekStart + 7 : null,
    rows,
    next: ranked.length > PAGE && last ? encodeCursor(last) : null,
    counts: {
      dyads: pairs.length + notChecked,
      upABand: pairs.filter((pair) => roseABand(pair, parametersOf(pair))).length,
      records: closed.filter((pair) => pair.isRecord).length,
      notChecked,
    },
    sentence: overviewSentence(closed, weekStart, parametersOf),
    asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
  }
}

function askedWeek(text: string, today: number): number {
  const week = isWeekId(text) ? weekStartFromId(text) : Number.NaN
  if (Number.isNaN(week) || week > today) throw new DeskError('NOT_FOUND', `There is no week ${text} yet.`)
  return week
}

const roseABand = ({ close, before }: ClosePair, parameters: MethodParameters) =>
  before !== null && bandOfScore(close, parameters).level > bandOfScore(before, parameters).level

function encodeCursor({ covered, rank, dyadId }: RankedDyad): string {
  return Buffer.from(JSON.stringify([covered, rank, dyadId])).toString('base64url')
}

function decodeCursor(text: string | undefined): RankCursor | null {
  if (!text) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parts)) return null
    const [covered, rank, dyadId] = parts as unknown[]
    if (typeof covered !== 'boolean' || typeof rank !== 'number' || typeof dyadId !== 'string') return null
    return { covered, rank, dyadId }
  } catch {
    return null
  }
}

/** The parameters by which a dyad's series was made: each dyad's own, for a new method reaches one after the other. */
type ParametersOf = (dyad: { methodId: string | null }) => MethodParameters

function byDyad<T extends { dyadId: string }>(rows: T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>()
  for (const row of rows) grouped.set(row.dyadId, [...(grouped.get(row.dyadId) ?? []), row])
  return grouped
}

async function rowsOf(
  source: OverviewSource,
  page: RankedDyad[],
  weekStart: number,
  parametersOf: ParametersOf,
): Promise<OverviewRow[]> {
  if (page.length === 0) return []
  const { today } = source
  const dyadIds = page.map(({ dyadId }) => dyadId)
  const weeks = byDyad(await source.weeks(page))
  const sparks = byDyad(await source.sparks(dyadIds, weekStart - 7 * SPARK_WEEKS, weekStart))
  if (weekStart === weekStartOf(today)) await cutRunning(source, page, { weeks, sparks }, parametersOf)
  const records = await source.records(page.map(({ dyadId, shownWeek }) => ({ dyadId, shownWeek })))
  const lastDays = await source.lastIncidentDays(dyadIds, weekEndOf(weekStart))
  const names = await source.names(
    [...weeks.values()].flatMap((own) => {
      const shown = own[own.length - 1]
      return shown.driverId ? [{ dyadId: shown.dyadId, id: shown.driverId }] : []
    }),
  )
  return page.flatMap((ranked): OverviewRow[] => {
    const { dyadId, shownWeek, covered } = ranked
    const parameters = parametersOf(ranked)
    const [shown, before] = [...(weeks.get(dyadId) ?? [])].reverse()
    if (!shown) return []
    const spark = sparks.get(dyadId) ?? []
    const driver = shown.driverId ? names.get(`${dyadId}/${shown.driverId}`) : undefined
    const named = new Map(driver && shown.driverId ? [[shown.driverId, driver]] : [])
    const [first, second] = codesOf(dyadId)
    const view = weekViewOf(shown, before?.close ?? null, today, parameters, named)
    return [
      {
        dyadId,
        first,
        second,
        shown: view,
        notCheckedSince: covered ? null : shownWeek + 7,
        arithmetic: covered ? null : (spark.at(-1)?.close ?? null),
        spark: spark.map((week) => ({ weekStart: week.weekStart, close: week.close, coverage: coverageOf(week) })),
        record: view.inProgress ? null : (records.get(dyadId) ?? null),
        lastIncidentDay: lastDays.get(dyadId) ?? null,
        bands: bandsOf(parameters),
      },
    ]
  })
}

/** Cuts the running week of each dyad at today, in its figures and in its spark line; one read for all of them. */
async function cutRunning(
  source: OverviewSource,
  page: RankedDyad[],
  { weeks, sparks }: { weeks: Map<string, StoredWeek[]>; sparks: Map<string, SparkWeek[]> },
  parametersOf: ParametersOf,
): Promise<void> {
  const { today } = source
  const running = weekStartOf(today)
  const days = await source.days(
    page.map(({ dyadId }) => dyadId),
    running,
  )
  for (const ranked of page) {
    const { dyadId } = ranked
    const [series, parameters] = [days.get(dyadId), parametersOf(ranked)]
    if (!series) continue
    const { close } = weekFiguresOf(series, running, parameters, today)
    const spark = sparks.get(dyadId)?.at(-1)
    if (spark?.weekStart === running) spark.close = close
    const own = weeks.get(dyadId) ?? []
    const last = own.at(-1)
    if (last?.weekStart === running) own[own.length - 1] = cutAtToday(last, series, today, parameters)
  }
}
