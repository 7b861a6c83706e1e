import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { isWeekId, weekEndOf, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { bandOfScore, coverageOf, type MethodParameters } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { rowsByKey } from '@/lib/incidents/rows'
import { methodInUse } from '@/lib/method/store'
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
import { storedDays } from './stored-days'
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
  const { parameters } = await methodInUse(prisma)
  const rows = await rowsOf(prisma, page, weekStart, today, parameters)
  const last = page.at(-1)
  return {
    weekStart,
    previousWeek: page.length > 0 || pairs.length > 0 ? weekStart - 7 : null,
    nextWeek: weekStart < weekStartOf(today) ? weekStart + 7 : null,
    rows,
    next: ranked.length > PAGE && last ? encodeCursor(last) : null,
    counts: {
      dyads: pairs.length + notChecked,
      upABand: pairs.filter(roseABand).length,
      records: pairs.filter((pair) => pair.isRecord).length,
      notChecked,
    },
    sentence: overviewSentence(pairs, weekStart),
  }
}

function askedWeek(text: string, today: number): number {
  const week = isWeekId(text) ? weekStartFromId(text) : Number.NaN
  if (Number.isNaN(week) || week > today) throw new DeskError('NOT_FOUND', `There is no week ${text} yet.`)
  return week
}

const roseABand = ({ close, before }: ClosePair) =>
  before !== null && bandOfScore(close).level > bandOfScore(before).level

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

/** The weeks that a page of the overview draws, by dyad, oldest first. */
async function weeksOf(reader: Reader, page: RankedDyad[], weekStart: number): Promise<Map<string, StoredWeek[]>> {
  const from = Math.min(weekStart - 7 * SPARK_WEEKS, ...page.map((dyad) => dyad.shownWeek - 7))
  const stored: StoredWeek[] = await reader.dyadWeek.findMany({
    where: {
      OR: page.map(({ dyadId, shownWeek }) => ({
        dyadId,
        weekStart: { gte: Math.max(from, Math.min(shownWeek - 7, weekStart - 7 * SPARK_WEEKS)), lte: weekStart },
      })),
    },
    orderBy: [{ dyadId: 'asc' }, { weekStart: 'asc' }],
    select: WEEK_COLUMNS,
  })
  const byDyad = new Map<string, StoredWeek[]>(page.map(({ dyadId }) => [dyadId, []]))
  for (const week of stored) byDyad.get(week.dyadId)?.push(week)
  return byDyad
}

async function rowsOf(
  reader: Reader,
  page: RankedDyad[],
  weekStart: number,
  today: number,
  parameters: MethodParameters,
): Promise<OverviewRow[]> {
  if (page.length === 0) return []
  const weeks = await weeksOf(reader, page, weekStart)
  if (weekStart === weekStartOf(today)) await cutRunning(reader, weeks, today, parameters)
  const keys = page.map(({ dyadId, shownWeek }) => ({ dyadId, shownWeek }))
  const records = await recordsOf(reader, keys)
  const lastDays = await lastIncidentDays(
    reader,
    page.map(({ dyadId }) => dyadId),
    weekEndOf(weekStart),
  )
  const drivers = page.flatMap(({ dyadId, shownWeek }) => {
    const id = weeks.get(dyadId)?.find((week) => week.weekStart === shownWeek)?.driverId
    return id ? [{ dyadId, id }] : []
  })
  const names = new Map((await rowsByKey(reader, drivers)).map((row) => [`${row.dyadId}/${row.id}`, row]))
  return page.map(({ dyadId, shownWeek, covered }): OverviewRow => {
    const own = weeks.get(dyadId) ?? []
    const index = own.findIndex((week) => week.weekStart === shownWeek)
    const shown = own[index]
    const driver = shown.driverId ? names.get(`${dyadId}/${shown.driverId}`) : undefined
    const named = new Map(
      driver ? [[driver.id, { title: driver.title, code: driver.code ?? '', day: driver.startDay }]] : [],
    )
    const [first, second] = codesOf(dyadId)
    return {
      dyadId,
      first,
      second,
      shown: weekViewOf(shown, own[index - 1]?.close ?? null, today, parameters, named),
      notCheckedSince: covered ? null : shownWeek + 7,
      arithmetic: covered ? null : (own.at(-1)?.close ?? null),
      spark: own
        .filter((week) => week.weekStart > weekStart - 7 * SPARK_WEEKS)
        .map((week) => ({ weekStart: week.weekStart, close: week.close, coverage: coverageOf(week) })),
      record: records.get(dyadId) ?? null,
      lastIncidentDay: lastDays.get(dyadId) ?? null,
    }
  })
}

/** Cuts the running week of each dyad at today. */
async function cutRunning(
  reader: Reader,
  weeks: Map<string, StoredWeek[]>,
  today: number,
  parameters: MethodParameters,
): Promise<void> {
  for (const [dyadId, own] of weeks) {
    const last = own.at(-1)
    if (last?.weekStart !== weekStartOf(today)) continue
    own[own.length - 1] = cutAtToday(last, await storedDays(reader, dyadId, today, today), today, parameters)
  }
}
