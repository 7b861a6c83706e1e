import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { isWeekId, weekEndOf, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { bandOfScore, bandsOf, coverageOf, type MethodParameters, weekFiguresOf } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { rowsByKey } from '@/lib/incidents/rows'
import { methodsOfSeries } from '@/lib/method/store'
import {
  type ClosePair,
  closePairs,
  countNotChecked,
  lastIncidentDays,
  latestCoveredWeek,
  type RankCursor,
  type RankedDyad,
  rankedDyads,
  recordsOf,
} from './overview-read'
import { overviewSentence } from './overview-sentence'
import { storedWeekOf } from './stored-days'
import type { OverviewPage, OverviewRow } from './views'
import { cutAtToday, type StoredWeek, WEEK_COLUMNS, weekViewOf } from './week-view'

const PAGE = 50
const SPARK_WEEKS = 26

/**
 * The overview of a week: dyads by tension, those not checked after them with their last checked figure. Opens at the latest
 * covered week. Reads the weekly series of the dyads alone: one small row a dyad for order and counts, 27 for each shown.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a week that is none or has not begun.
 */
export async function overviewPage(
  viewer: Viewer,
  { week, after }: { week?: string; after?: string } = {},
): Promise<OverviewPage> {
  authorize(viewer, 'dyad:read')
  const prisma = await database()
  const today = todayUtc()
  const latest = await latestCoveredWeek(prisma, today)
  const weekStart = week === undefined ? (latest ?? weekStartOf(today)) : askedWeek(week, today)
  const [ranked, pairs, notChecked] = [
    await rankedDyads(prisma, weekStart, decodeCursor(after), PAGE + 1),
    await closePairs(prisma, weekStart),
    await countNotChecked(prisma, weekStart),
  ]
  const page = ranked.slice(0, PAGE)
  const methodOf = await methodsOfSeries(prisma, [...page, ...pairs])
  const parametersOf: ParametersOf = (dyad) => methodOf(dyad).parameters
  const rows = await rowsOf(prisma, page, weekStart, today, parametersOf)
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
      records: pairs.filter((pair) => pair.isRecord).length,
      notChecked,
    },
    sentence: overviewSentence(pairs, weekStart, parametersOf),
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

type SparkWeek = Pick<StoredWeek, 'dyadId' | 'weekStart' | 'close' | 'incidents' | 'checked'>

function byDyad<T extends { dyadId: string }>(rows: T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>()
  for (const row of rows) grouped.set(row.dyadId, [...(grouped.get(row.dyadId) ?? []), row])
  return grouped
}

/** The closes of the 26 weeks up to one, oldest first: narrow rows, for there are many. */
async function sparksOf(reader: Reader, dyadIds: string[], weekStart: number): Promise<Map<string, SparkWeek[]>> {
  const weeks = await reader.dyadWeek.findMany({
    where: { dyadId: { in: dyadIds }, weekStart: { gt: weekStart - 7 * SPARK_WEEKS, lte: weekStart } },
    orderBy: { weekStart: 'asc' },
    select: { dyadId: true, weekStart: true, close: true, incidents: true, checked: true },
  })
  return byDyad(weeks)
}

/** The shown week of each dyad, whole, and the one before it. */
async function shownWeeks(reader: Reader, page: RankedDyad[]): Promise<Map<string, StoredWeek[]>> {
  const weeks: StoredWeek[] = await reader.dyadWeek.findMany({
    where: { OR: page.map(({ dyadId, shownWeek }) => ({ dyadId, weekStart: { in: [shownWeek - 7, shownWeek] } })) },
    orderBy: { weekStart: 'asc' },
    select: WEEK_COLUMNS,
  })
  return byDyad(weeks)
}

async function rowsOf(
  reader: Reader,
  page: RankedDyad[],
  weekStart: number,
  today: number,
  parametersOf: ParametersOf,
): Promise<OverviewRow[]> {
  if (page.length === 0) return []
  const dyadIds = page.map(({ dyadId }) => dyadId)
  const [weeks, sparks] = [await shownWeeks(reader, page), await sparksOf(reader, dyadIds, weekStart)]
  if (weekStart === weekStartOf(today)) await cutRunning(reader, page, { weeks, sparks }, today, parametersOf)
  const records = await recordsOf(
    reader,
    page.map(({ dyadId, shownWeek }) => ({ dyadId, shownWeek })),
  )
  const lastDays = await lastIncidentDays(reader, dyadIds, weekEndOf(weekStart))
  const drivers = [...weeks.values()].flatMap((own) => {
    const shown = own[own.length - 1]
    return shown.driverId ? [{ dyadId: shown.dyadId, id: shown.driverId }] : []
  })
  const names = new Map((await rowsByKey(reader, drivers)).map((row) => [`${row.dyadId}/${row.id}`, row]))
  return page.flatMap((ranked): OverviewRow[] => {
    const { dyadId, shownWeek, covered } = ranked
    const parameters = parametersOf(ranked)
    const own = weeks.get(dyadId) ?? []
    const [shown, before] = [...own].reverse()
    if (!shown) return []
    const spark = sparks.get(dyadId) ?? []
    const driver = shown.driverId ? names.get(`${dyadId}/${shown.driverId}`) : undefined
    const named = new Map(
      driver ? [[driver.id, { title: driver.title, code: driver.code ?? '', day: driver.startDay }]] : [],
    )
    const [first, second] = codesOf(dyadId)
    return [
      {
        dyadId,
        first,
        second,
        shown: weekViewOf(shown, before?.close ?? null, today, parameters, named),
        notCheckedSince: covered ? null : shownWeek + 7,
        arithmetic: covered ? null : (spark.at(-1)?.close ?? null),
        spark: spark.map((week) => ({ weekStart: week.weekStart, close: week.close, coverage: coverageOf(week) })),
        record: records.get(dyadId) ?? null,
        lastIncidentDay: lastDays.get(dyadId) ?? null,
        bands: bandsOf(parameters),
      },
    ]
  })
}

/** Cuts the running week of each dyad at today, in its figures and in its spark line; one read for all of them. */
async function cutRunning(
  reader: Reader,
  page: RankedDyad[],
  { weeks, sparks }: { weeks: Map<string, StoredWeek[]>; sparks: Map<string, SparkWeek[]> },
  today: number,
  parametersOf: ParametersOf,
): Promise<void> {
  const running = weekStartOf(today)
  const days = await storedWeekOf(
    reader,
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
