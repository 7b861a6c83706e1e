import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
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
import { type ScoredRow, termOfRow } from './series-rebuild'
import { type Reading, type SeriesSource, sourceOf } from './series-source'
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

/**
 * A week taken apart: each new incident's points, its part of the score on the week's last day, and its part of the change
 * over the week (SCORING.md 2.3, 2.15); older incidents together as fading. All parts add up to the change.
 * `after` is the number of incidents that earlier pages showed.
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`.
 */
export async function weekParts(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  { after, ...reading }: { after?: string } & Reading = {},
): Promise<WeekParts> {
  authorize(viewer, 'dyad:read')
  const source = await sourceOf(viewer, dyadId, reading)
  const { parameters } = source.method
  const lastDay = Math.min(weekEndOf(weekStart), source.today)
  const days = await source.days(weekStart - 7, weekStart)
  const totals: [number, number] = [totalOn(days, weekStart - 1), totalOn(days, lastDay)]
  const partsOf = (rows: ScoredRow[]) =>
    rows
      .map((row) => termOfRow(row, parameters))
      .filter((term) => term !== null)
      .map((term) => partOf(term, [weekStart - 1, lastDay], totals, parameters))
  const parts = partsOf(await source.started(weekStart, lastDay))
  parts.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1))
  const skip = Math.max(0, Number.parseInt(after ?? '0', 10) || 0)
  const shown = parts.slice(skip, skip + PAGE)
  const change = scoreOf(totals[1], parameters) - scoreOf(totals[0], parameters)
  const sum = (list: Parted[]) => list.reduce((total, part) => total + part.change, 0)
  return {
    weekStart,
    lastDay,
    score: scoreOf(totals[1], parameters),
    change,
    incidents: await withRows(source, shown),
    nextIncidents: parts.length > skip + PAGE ? String(skip + PAGE) : null,
    fading: change - sum(parts),
    others: sum(parts) - sum(shown),
    largest: await withRows(source, partsOf(await source.largest(lastDay, LARGEST))),
  }
}

async function withRows(source: SeriesSource, parts: Parted[]): Promise<IncidentPart[]> {
  const found = await source.rows(parts.map(({ id }) => id))
  const rows = new Map(found.map((entry) => [entry.row.id, entry]))
  return parts.flatMap(({ id, ...part }) => {
    const entry = rows.get(id)
    return entry ? [{ ...entry, ...part }] : []
  })
}
