import 'server-only'

export { overviewPage } from './overview'
export { standing } from './standing'
export { weekParts } from './week-parts'

import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { isWeekId, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { bandOfScore, bandsOf, cellsOn, coverageOf, figuresOf, recordOf, scoreOf, totalOn } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { type Method, methodOfSeries } from '@/lib/method/store'
import { storedDays } from './stored-days'
import type { CheckView, ContextMark, DayView, DyadView, WeekView } from './views'
import { cutAtToday, type DriverNames, type StoredWeek, WEEK_COLUMNS, weekViewOf } from './week-view'

/** Incidents that a chart may mark: the strongest drivers of its weeks. */
const MOST_MARKERS = 60
const MOST_CONTEXT = 200
const MOST_CHECKS = 520

/** The latest week that is done with: a running week without a look is not late yet. */
export const lateSince = (coveredThrough: number | null, today: number): number | null =>
  coveredThrough !== null && coveredThrough < weekStartOf(today) - 7 ? coveredThrough + 7 : null

/** The weeks of a dyad up to the running one, which is cut at today. */
async function weeksOf(reader: Reader, dyadId: string, today: number, method: Method): Promise<StoredWeek[]> {
  const weeks: StoredWeek[] = await reader.dyadWeek.findMany({
    where: { dyadId, weekStart: { lte: weekStartOf(today) } },
    orderBy: { weekStart: 'asc' },
    select: WEEK_COLUMNS,
  })
  const last = weeks.at(-1)
  if (last?.weekStart !== weekStartOf(today)) return weeks
  const days = await storedDays(reader, dyadId, today, today)
  return [...weeks.slice(0, -1), cutAtToday(last, days, today, method.parameters)]
}

async function driverNames(reader: Reader, dyadId: string, weeks: StoredWeek[]): Promise<DriverNames> {
  const ids = weeks.map((week) => week.driverId).filter((id) => id !== null)
  const rows = await reader.incident.findMany({
    where: { dyadId, id: { in: ids } },
    select: { id: true, title: true, code: true, startDay: true },
  })
  return new Map(rows.map((row) => [row.id, { title: row.title, code: row.code ?? '', day: row.startDay }]))
}

/**
 * A dyad's page: one read of its weekly series, whatever its log holds. Opens at the last covered week, or at `week`.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a dyad without approved incidents or checks, or a week outside its record.
 */
export async function dyadView(viewer: Viewer, dyadId: string, { week }: { week?: string } = {}): Promise<DyadView> {
  authorize(viewer, 'dyad:read')
  const prisma = await database()
  const today = todayUtc()
  const dyad = await prisma.dyad.findUnique({ where: { id: dyadId } })
  const method = await methodOfSeries(prisma, dyad)
  const stored = dyad ? await weeksOf(prisma, dyadId, today, method) : []
  const last = stored.at(-1)
  if (!dyad || !last) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
  const names = await driverNames(prisma, dyadId, stored)
  const weeks = stored.map((entry, index) =>
    weekViewOf(entry, index > 0 ? stored[index - 1].close : null, today, method.parameters, names),
  )
  const index = indexOfShown(weeks, last.coveredThrough, week)
  const record = recordOf(weeks, index)
  return {
    dyadId,
    first: dyad.first,
    second: dyad.second,
    methodId: method.id,
    methodHash: method.hash,
    bands: bandsOf(method.parameters),
    shown: weeks[index],
    weeks,
    notCheckedSince: lateSince(last.coveredThrough, today),
    today: { day: today, score: last.close, band: bandOfScore(last.close, method.parameters).name },
    record: record && { since: record.since, began: record.began },
    began: weeks[0].weekStart,
    markers: markersOf(weeks),
    context: await contextOf(prisma, dyadId),
  }
}

function indexOfShown(weeks: WeekView[], coveredThrough: number | null, week: string | undefined): number {
  const wanted = week === undefined ? (coveredThrough ?? weeks[weeks.length - 1].weekStart) : weekOf(week)
  const index = (wanted - weeks[0].weekStart) / 7
  if (!weeks[index]) throw new DeskError('NOT_FOUND', `The record has no week ${week}.`)
  return index
}

function weekOf(text: string): number {
  if (!isWeekId(text)) throw new DeskError('NOT_FOUND', `${text} is not an ISO week.`)
  return weekStartFromId(text)
}

function markersOf(weeks: WeekView[]): DyadView['markers'] {
  const driven = weeks.flatMap(({ weekStart, driver }) => (driver ? [{ weekStart, ...driver }] : []))
  return driven.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, MOST_MARKERS)
}

async function contextOf(reader: Reader, dyadId: string): Promise<ContextMark[]> {
  const rows = await reader.incident.findMany({
    where: { dyadId, kind: 'context', status: 'approved' },
    select: { id: true, startDay: true, actor: true, title: true },
    orderBy: [{ startDay: 'desc' }, { id: 'asc' }],
    take: MOST_CONTEXT,
  })
  return rows.map(({ id, startDay, actor, title }) => ({ id, day: startDay, actor, title }))
}

/**
 * The scores of a dyad day by day, at most ten years at once; days after today and before the record are left out.
 * @throws DeskError FORBIDDEN, NOT_FOUND; INVALID for a longer range.
 */
export async function dyadDays(viewer: Viewer, dyadId: string, firstDay: number, lastDay: number): Promise<DayView[]> {
  authorize(viewer, 'dyad:read')
  if (lastDay - firstDay > 3660) throw new DeskError('INVALID', 'Ask for at most ten years of days at once.')
  const prisma = await database()
  const dyad = await prisma.dyad.findUnique({ where: { id: dyadId } })
  if (dyad?.seriesFrom == null) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
  const { parameters } = await methodOfSeries(prisma, dyad)
  const from = Math.max(firstDay, dyad.seriesFrom)
  const to = Math.min(lastDay, todayUtc())
  if (to < from) return []
  const series = await storedDays(prisma, dyadId, from, to)
  const weeks = await prisma.dyadWeek.findMany({
    where: { dyadId, weekStart: { gte: weekStartOf(from), lte: to } },
    select: { weekStart: true, incidents: true, checked: true },
  })
  const coverage = new Map(weeks.map((week) => [week.weekStart, coverageOf(week)]))
  return Array.from({ length: to - from + 1 }, (_, offset): DayView => {
    const day = from + offset
    return {
      day,
      score: scoreOf(totalOn(series, day), parameters),
      figures: figuresOf(cellsOn(series, day), parameters),
      coverage: coverage.get(weekStartOf(day)) ?? 'not_checked',
    }
  })
}

/**
 * The latest word on each week of a dyad that was ever checked, newest week first.
 * @throws DeskError FORBIDDEN.
 */
export async function checksOf(viewer: Viewer, dyadId: string): Promise<CheckView[]> {
  authorize(viewer, 'dyad:read')
  const prisma = await database()
  const checks = await prisma.weeklyCheck.findMany({
    where: { dyadId },
    orderBy: [{ weekStart: 'desc' }, { revision: 'desc' }],
    distinct: ['weekStart'],
    take: MOST_CHECKS,
  })
  const names = await namesOf(
    prisma,
    checks.map((check) => check.byId),
  )
  return checks.map(({ weekStart, checked, note, byId, at }) => {
    return { weekStart, checked, note, by: nameOf(names, byId), at: at.toISOString() }
  })
}
