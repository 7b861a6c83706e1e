import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { weekEndOf } from '@/lib/core/calendar'
import {
  changePart,
  contributionOf,
  type MethodParameters,
  pointsOn,
  scoreOf,
  type Term,
  totalOn,
} from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { rowsByKey } from '@/lib/incidents/rows'
import { methodOfDyad } from '@/lib/method/store'
import { type ScoredRow, termOfRow } from './series-rebuild'
import { storedDays } from './stored-days'
import type { IncidentPart, WeekParts } from './views'

const PAGE = 50
const LARGEST = 10

interface Parted {
  id: string
  pointsNow: number
  contribution: number
  change: number
}

/** Takes a term apart against the totals of the day before the week and of its last day. */
function partOf(
  term: Term,
  [dayBefore, lastDay]: [number, number],
  [x0, x1]: [number, number],
  parameters: MethodParameters,
): Parted {
  const [before, now] = [pointsOn(term, dayBefore), pointsOn(term, lastDay)]
  return {
    id: term.id,
    pointsNow: now,
    contribution: contributionOf(now, x1, parameters),
    change: changePart(before, now, x0, x1, parameters),
  }
}

/** The incidents with most points on a day. Costs O(the dyad's incidents); the database sorts, ten rows come back. */
async function largestOn(
  reader: Reader,
  dyadId: string,
  day: number,
  { halfLife, holdCap }: MethodParameters,
): Promise<ScoredRow[]> {
  const ids = await reader.$queryRaw<{ id: string }[]>`
    SELECT id FROM incident
    WHERE dyad_id = ${dyadId} AND status = 'approved' AND kind = 'incident' AND start_day <= ${day}
    ORDER BY abs(points) * power(2::double precision, -greatest(0, ${day} - CASE WHEN ongoing THEN start_day + ${holdCap}::int
        ELSE least(coalesce(end_day, start_day), start_day + ${holdCap}::int) END)
      / CASE persistence WHEN 'short' THEN ${halfLife.short}::double precision WHEN 'medium' THEN ${halfLife.medium}::double precision
        ELSE ${halfLife.long}::double precision END) DESC, start_day DESC, id COLLATE "C"
    LIMIT ${LARGEST}`
  const rows = await reader.incident.findMany({ where: { dyadId, id: { in: ids.map(({ id }) => id) } } })
  return ids.map(({ id }) => rows.find((row) => row.id === id)).filter((row) => row !== undefined)
}

/**
 * A week taken apart: each new incident's points, its part of the score on the week's last day, and its part of the change
 * over the week (SCORING.md 2.3, 2.15); older incidents together as fading. All parts add up to the change.
 * `after` is the number of incidents that earlier pages showed.
 * @throws DeskError FORBIDDEN.
 */
export async function weekParts(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  { after }: { after?: string } = {},
): Promise<WeekParts> {
  authorize(viewer, 'dyad:read')
  const prisma = await database()
  const { parameters } = await methodOfDyad(prisma, dyadId)
  const lastDay = Math.min(weekEndOf(weekStart), todayUtc())
  const days = await storedDays(prisma, dyadId, weekStart - 7, weekStart)
  const totals: [number, number] = [totalOn(days, weekStart - 1), totalOn(days, lastDay)]
  const partAt = (term: Term) => partOf(term, [weekStart - 1, lastDay], totals, parameters)
  const started = await prisma.incident.findMany({
    where: { dyadId, startDay: { gte: weekStart, lte: lastDay }, status: 'approved', kind: 'incident' },
  })
  const parts = started
    .map((row) => termOfRow(row, parameters))
    .filter((term) => term !== null)
    .map(partAt)
  parts.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1))
  const skip = Math.max(0, Number.parseInt(after ?? '0', 10) || 0)
  const shown = parts.slice(skip, skip + PAGE)
  const largest = await largestOn(prisma, dyadId, lastDay, parameters)
  const change = scoreOf(totals[1], parameters) - scoreOf(totals[0], parameters)
  const sum = (list: Parted[]) => list.reduce((total, part) => total + part.change, 0)
  return {
    weekStart,
    lastDay,
    score: scoreOf(totals[1], parameters),
    change,
    incidents: await withRows(prisma, dyadId, shown),
    nextIncidents: parts.length > skip + PAGE ? String(skip + PAGE) : null,
    fading: change - sum(parts),
    others: sum(parts) - sum(shown),
    largest: await withRows(
      prisma,
      dyadId,
      largest
        .map((row) => termOfRow(row, parameters))
        .filter((term) => term !== null)
        .map(partAt),
    ),
  }
}

async function withRows(reader: Reader, dyadId: string, parts: Parted[]): Promise<IncidentPart[]> {
  const ids = parts.map(({ id }) => id)
  const rows = new Map(
    (
      await rowsByKey(
        reader,
        ids.map((id) => ({ dyadId, id })),
      )
    ).map((row) => [row.id, row]),
  )
  const counts = await reader.incidentSource.groupBy({
    by: ['incidentId'],
    where: { dyadId, incidentId: { in: ids } },
    _count: { _all: true },
  })
  const sources = new Map(counts.map(({ incidentId, _count }) => [incidentId, _count._all]))
  return parts.flatMap(({ id, ...part }) => {
    const row = rows.get(id)
    return row ? [{ row, sources: sources.get(id) ?? 0, ...part }] : []
  })
}
