import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { bandsOf, coverageOf, weekFiguresOf } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { type LineWeek, linesOf } from '@/lib/dyads/relations-read'
import { storedWeekOf } from '@/lib/dyads/stored-days'
import { type Method, methodsOfSeries } from '@/lib/method/store'
import { type CompareAsk, type IncidentKey, MOST_COMPARED } from './schema'
import type { CompareDyad, CompareIncident, CompareView } from './views'

/** Incidents that are offered to align by. */
const MOST_CHOICES = 60

/**
 * Up to eight dyads side by side, by what counts now. The weekly series of all of them is one read, and so are their methods,
 * the names of the incidents to align by, and the days of the running week: nothing is read dyad by dyad, nor from the log
 * beyond those names.
 * @throws DeskError FORBIDDEN.
 */
export async function compareDyads(
  viewer: Viewer,
  { dyadIds, align }: Pick<CompareAsk, 'dyadIds' | 'align'>,
): Promise<CompareView> {
  authorize(viewer, 'dyad:read')
  const today = todayUtc()
  const asked = dyadIds.slice(0, MOST_COMPARED)
  const empty = { today, dyads: [], unknown: asked, anchors: [], lost: [], choices: [] }
  if (asked.length === 0) return empty
  const reader = await database()
  const running = weekStartOf(today)
  const lines = byDyad(await linesOf(reader, asked, running))
  const known = await reader.dyad.findMany({
    where: { id: { in: [...lines.keys()] } },
    select: { id: true, methodId: true },
  })
  const methodOf = await methodsOfSeries(reader, known)
  const made = new Map(known.map((dyad) => [dyad.id, methodOf(dyad)]))
  const closes = await runningCloses(reader, lines, running, today, made)
  const named = align.by === 'incident' ? align.incidents : []
  const found = await incidentsOf(reader, [...named, ...strongest(lines)])
  const isNamed = ({ dyadId, id }: IncidentKey) => named.some((key) => key.dyadId === dyadId && key.id === id)
  return {
    today,
    dyads: asked.flatMap((dyadId): CompareDyad[] => {
      const [weeks, method] = [lines.get(dyadId), made.get(dyadId)]
      if (!weeks || !method) return []
      return [
        {
          dyadId,
          methodId: method.id,
          bands: bandsOf(method.parameters),
          weeks: weeks.map((week) => ({
            weekStart: week.weekStart,
            close: (week.weekStart === running ? closes.get(dyadId) : undefined) ?? week.close,
            coverage: coverageOf(week),
            inProgress: week.weekStart === running && today < weekEndOf(running),
          })),
        },
      ]
    }),
    unknown: asked.filter((dyadId) => !lines.has(dyadId)),
    anchors: found.filter(isNamed),
    lost: named
      .filter((key) => !found.some(({ dyadId, id }) => key.dyadId === dyadId && key.id === id))
      .map(({ dyadId, id }) => `${dyadId}/${id}`),
    choices: found,
  }
}

function byDyad(rows: LineWeek[]): Map<string, LineWeek[]> {
  const grouped = new Map<string, LineWeek[]>()
  for (const row of rows) {
    const own = grouped.get(row.dyadId)
    if (own) own.push(row)
    else grouped.set(row.dyadId, [row])
  }
  return grouped
}

/** The drivers with most points among all weeks of the dyads. */
function strongest(lines: ReadonlyMap<string, LineWeek[]>): IncidentKey[] {
  const driven = [...lines.values()].flat().filter(({ driverId }) => driverId !== null)
  const sizeOf = ({ driverPoints }: LineWeek) => Math.abs(driverPoints ?? 0)
  return driven
    .sort((a, b) => sizeOf(b) - sizeOf(a) || b.weekStart - a.weekStart)
    .slice(0, MOST_CHOICES)
    .flatMap(({ dyadId, driverId }) => (driverId === null ? [] : [{ dyadId, id: driverId }]))
}

/** What counts among some incidents, latest first: titles and days, which are kept from nobody. */
async function incidentsOf(reader: Reader, keys: readonly IncidentKey[]): Promise<CompareIncident[]> {
  if (keys.length === 0) return []
  const [dyads, ids] = [keys.map(({ dyadId }) => dyadId), keys.map(({ id }) => id)]
  return reader.$queryRaw<CompareIncident[]>`
    SELECT DISTINCT i.dyad_id AS "dyadId", i.id, i.title, i.start_day AS day
    FROM unnest(${dyads}::text[], ${ids}::text[]) AS k(dyad, id)
    JOIN incident i ON i.dyad_id = k.dyad AND i.id = k.id AND i.status = 'approved' AND i.kind = 'incident'
    ORDER BY i.start_day DESC, i.dyad_id, i.id`
}

/** The closes of today of those dyads that were looked at in the running week. */
async function runningCloses(
  reader: Reader,
  lines: ReadonlyMap<string, LineWeek[]>,
  running: number,
  today: number,
  methods: ReadonlyMap<string, Method>,
): Promise<Map<string, number>> {
  const dyadIds = [...lines].flatMap(([dyadId, weeks]) => {
    const last = weeks[weeks.length - 1]
    return last.weekStart === running && coverageOf(last) !== 'not_checked' ? [dyadId] : []
  })
  if (dyadIds.length === 0) return new Map()
  const days = await storedWeekOf(reader, dyadIds, running)
  return new Map(
    [...days].flatMap(([dyadId, series]) => {
      const method = methods.get(dyadId)
      return method ? [[dyadId, weekFiguresOf(series, running, method.parameters, today).close] as const] : []
    }),
  )
}
