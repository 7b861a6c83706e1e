import { dayOfInstant } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { coverageOf, type MethodParameters, type ScoredIncident, scoreOf, termOf, totalOn } from '@/lib/core/scoring'
import { pointsOn } from '@/lib/core/scoring/term'
import type { WatchFacts, WatchWait, WatchWeek } from '@/lib/core/watch'
import type { Reader } from '@/lib/db/transaction'
import { SCORED_COLUMNS, scoredIncidentOf } from '@/lib/dyads/series-rebuild'
import { storedDays } from '@/lib/dyads/stored-days'
import { vintagesAt } from '@/lib/dyads/vintages-at'

const COUNTING = { status: 'approved', kind: 'incident' } as const

/** The weeks of a dyad's stored series that are over. */
export async function weeksOver(reader: Reader, dyadId: string, today: number): Promise<WatchWeek[]> {
  const weeks = await reader.dyadWeek.findMany({
    where: { dyadId, weekStart: { lt: weekStartOf(today) } },
    orderBy: { weekStart: 'asc' },
    select: { weekStart: true, close: true, incidents: true, checked: true },
  })
  return weeks.map(({ checked, ...week }) => ({
    ...week,
    coverage: coverageOf({ incidents: week.incidents, checked }),
  }))
}

/** The incidents that count; of some ids, of the weeks that begin on some days, or all. */
export async function countingIncidents(
  reader: Reader,
  dyadId: string,
  parameters: MethodParameters,
  { ids, weekStart }: { ids?: string[]; weekStart?: number } = {},
): Promise<ScoredIncident[]> {
  const inWeek = weekStart === undefined ? {} : { startDay: { gte: weekStart, lte: weekStart + 6 } }
  const rows = await reader.incident.findMany({
    where: { dyadId, ...COUNTING, ...inWeek, ...(ids ? { id: { in: ids } } : {}) },
    select: SCORED_COLUMNS,
  })
  return rows.map((row) => scoredIncidentOf(row, parameters))
}

/** The incidents that counted at a moment: O(the dyad's incidents). */
export async function countingAt(
  reader: Reader,
  dyadId: string,
  parameters: MethodParameters,
  moment: Date,
): Promise<ScoredIncident[]> {
  const known = (await vintagesAt(reader, [dyadId], moment)).get(dyadId)
  return (known?.rows ?? []).map((row) => scoredIncidentOf(row, parameters))
}

/** What waits for review now. */
export async function waitsNow(reader: Reader, dyadId: string): Promise<WatchWait[]> {
  const rows = await reader.incident.findMany({
    where: { dyadId, headStatus: 'in_review', submittedAt: { not: null } },
    select: { id: true, submittedAt: true },
  })
  return rows.flatMap(({ id, submittedAt }) =>
    submittedAt ? [{ id, from: dayOfInstant(submittedAt), until: null }] : [],
  )
}

/** A record of nothing, to be filled with what a condition needs. */
export const noFacts = (today: number, parameters: MethodParameters): WatchFacts => ({
  today,
  weeks: [],
  incidents: [],
  waits: [],
  parameters,
})

/** The score of a day without some incidents and with them; null for a day that is not in the stored series yet. */
export async function withoutAndWith(
  reader: Reader,
  dyadId: string,
  incidents: readonly ScoredIncident[],
  day: number,
  parameters: MethodParameters,
): Promise<{ before: number; after: number }> {
  const total = totalOn(await storedDays(reader, dyadId, day, day), day)
  const own = incidents.reduce((sum, incident) => {
    const term = termOf(incident, dyadId, parameters)
    return sum + (term ? pointsOn(term, day) : 0)
  }, 0)
  return { before: scoreOf(total - own, parameters), after: scoreOf(total, parameters) }
}
