import { todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { coverageOf, type MethodParameters } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { inForceRows } from '@/lib/incidents/in-force-rows'
import { rowsByKey } from '@/lib/incidents/rows'
import { type Method, methodOfSeries } from '@/lib/method/store'
import { doubtsInForce } from './incident-doubts'
import { factsInForce } from './incident-facts'
import { latestChecks } from './latest-checks'
import { SCORED_COLUMNS, type ScoredRow } from './series-rebuild'
import type { SeriesSource, SourcedRow } from './series-source'
import { storedDays } from './stored-days'
import type { ContextMark } from './views'
import { cutAtToday, type DriverNames, type StoredWeek, WEEK_COLUMNS } from './week-view'

const COUNTING = { status: 'approved', kind: 'incident' } as const

/** The stored series of a dyad and its incidents in force: each read is bounded by what is asked for. `today` may lie back. */
export async function storedSource(dyadId: string, today: number = todayUtc()): Promise<SeriesSource> {
  const reader = await database()
  const dyad = await reader.dyad.findUnique({ where: { id: dyadId } })
  const method = await methodOfSeries(reader, dyad)
  return {
    dyadId,
    method,
    today,
    began: dyad?.seriesFrom ?? null,
    weeks: () => weeksOf(reader, dyadId, today, method),
    days: (from, to) => storedDays(reader, dyadId, from, to),
    coverage: (from, to) => coverageBetween(reader, dyadId, from, to),
    incidents: () => reader.incident.findMany({ where: { dyadId, ...COUNTING }, select: SCORED_COLUMNS }),
    facts: () => factsInForce(reader, dyadId),
    started: (from, to) =>
      reader.incident.findMany({
        where: { dyadId, startDay: { gte: from, lte: to }, ...COUNTING },
        select: SCORED_COLUMNS,
      }),
    largest: (day, most) => largestOn(reader, dyadId, day, most, method.parameters),
    names: (ids) => namesOf(reader, dyadId, ids),
    rows: (ids) => rowsOf(reader, dyadId, ids),
    context: (most) => contextOf(reader, dyadId, most),
    checks: (most) => latestChecks(reader, dyadId, most),
    doubts: () => doubtsInForce(reader, dyadId),
  }
}

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

async function coverageBetween(reader: Reader, dyadId: string, from: number, to: number) {
  const weeks = await reader.dyadWeek.findMany({
    where: { dyadId, weekStart: { gte: weekStartOf(from), lte: to } },
    select: { weekStart: true, incidents: true, checked: true },
  })
  return new Map(weeks.map((week) => [week.weekStart, coverageOf(week)]))
}

async function namesOf(reader: Reader, dyadId: string, ids: string[]): Promise<DriverNames> {
  const rows = await reader.incident.findMany({
    where: { dyadId, id: { in: ids } },
    select: { id: true, title: true, code: true, startDay: true },
  })
  return new Map(rows.map((row) => [row.id, { title: row.title, code: row.code ?? '', day: row.startDay }]))
}

/** The incidents with most points on a day. Costs O(the dyad's incidents); the database sorts, a few rows come back. */
async function largestOn(
  reader: Reader,
  dyadId: string,
  day: number,
  most: number,
  { halfLife, holdCap }: MethodParameters,
): Promise<ScoredRow[]> {
  const ids = await reader.$queryRaw<{ id: string }[]>`
    SELECT id FROM incident
    WHERE dyad_id = ${dyadId} AND status = 'approved' AND kind = 'incident' AND start_day <= ${day}
    ORDER BY abs(points) * power(2::double precision, -greatest(0, ${day} - CASE WHEN ongoing THEN start_day + ${holdCap}::int
        ELSE least(coalesce(end_day, start_day), start_day + ${holdCap}::int) END)
      / CASE persistence WHEN 'short' THEN ${halfLife.short}::double precision WHEN 'medium' THEN ${halfLife.medium}::double precision
        ELSE ${halfLife.long}::double precision END) DESC, start_day DESC, id COLLATE "C"
    LIMIT ${most}`
  const rows = await reader.incident.findMany({
    where: { dyadId, id: { in: ids.map(({ id }) => id) } },
    select: SCORED_COLUMNS,
  })
  return ids.map(({ id }) => rows.find((row) => row.id === id)).filter((row) => row !== undefined)
}

async function rowsOf(reader: Reader, dyadId: string, ids: string[]): Promise<SourcedRow[]> {
  const keys = ids.map((id) => ({ dyadId, id }))
  // As the record's other sources say it, and fit for every reader: without what is proposed beyond what counts.
  const rows = await inForceRows(reader, await rowsByKey(reader, keys))
  const counts = await reader.incidentSource.groupBy({
    by: ['incidentId'],
    where: { dyadId, incidentId: { in: ids } },
    _count: { _all: true },
  })
  const sources = new Map(counts.map(({ incidentId, _count }) => [incidentId, _count._all]))
  return rows.map((row) => ({ row, sources: sources.get(row.id) ?? 0 }))
}

async function contextOf(reader: Reader, dyadId: string, most: number): Promise<ContextMark[]> {
  const rows = await reader.incident.findMany({
    where: { dyadId, kind: 'context', status: 'approved' },
    select: { id: true, startDay: true, actor: true, title: true },
    orderBy: [{ startDay: 'desc' }, { id: 'asc' }],
    take: most,
  })
  return rows.map(({ id, startDay, actor, title }) => ({ id, day: startDay, actor, title }))
}
