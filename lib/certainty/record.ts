import 'server-only'
import { cache } from 'react'
import type { MethodChoice } from '@/lib/as-of/schema'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import type { UncertainIncident } from '@/lib/core/uncertainty'
import { scoredIncidentOf } from '@/lib/dyads/series-rebuild'
import { type Reading, type SeriesSource, sourceOf } from '@/lib/dyads/series-source'
import type { StoredWeek } from '@/lib/dyads/week-view'
import { DeskError } from '@/lib/errors'

/** Weeks that intervals are worked out for: ten years. */
const MOST_WEEKS = 520

/** A dyad's record as an interval is worked out from it. */
export interface CertaintyRecord {
  source: SeriesSource
  /** Oldest first, the last one cut at the last day that counts. */
  weeks: StoredWeek[]
  /** Those that count, by id: their order reaches no answer, but it would reach the name that the answer is kept by. */
  incidents: UncertainIncident[]
}

/** Once a request, however many parts of a page ask. */
const readOnce = cache(
  async (
    viewer: Viewer,
    dyadId: string,
    momentMs: number | null,
    method: MethodChoice,
    unreviewed: boolean,
  ): Promise<CertaintyRecord> => {
    const asOf = momentMs === null ? undefined : { moment: new Date(momentMs), method }
    const source = await sourceOf(viewer, dyadId, { asOf, unreviewed })
    const weeks = await source.weeks()
    if (weeks.length === 0) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
    return { source, weeks, incidents: await uncertainIncidents(source) }
  },
)

/**
 * A dyad's weeks and incidents for its intervals. O(its weeks and incidents).
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`; NOT_FOUND for a dyad of which nothing is known in that reading.
 */
export async function certaintyRecord(viewer: Viewer, dyadId: string, reading: Reading): Promise<CertaintyRecord> {
  authorize(viewer, 'dyad:read')
  const { asOf, unreviewed = false } = reading
  return readOnce(viewer, dyadId, asOf?.moment.getTime() ?? null, asOf?.method ?? 'then', unreviewed)
}

/** A source's incidents as a simulation reads them, by id. */
export async function uncertainIncidents(source: SeriesSource): Promise<UncertainIncident[]> {
  const [rows, doubts] = [await source.incidents(), await source.doubts()]
  const byId = new Map(doubts.map((doubt) => [doubt.id, doubt]))
  const incidents = rows.flatMap((row): UncertainIncident[] => {
    const doubt = byId.get(row.id)
    if (!doubt) return []
    const { earliestDay, latestDay, confidence } = doubt
    return [{ ...scoredIncidentOf(row, source.method.parameters), earliestDay, latestDay, confidence }]
  })
  return incidents.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A week with the day that its close is of. */
export type ClosedWeek = StoredWeek & { day: number; inProgress: boolean }

/** The weeks that intervals are worked out for: the latest, or those up to `weekStart` where it lies further back. */
export function intervalWeeks({ source, weeks }: CertaintyRecord, weekStart?: number): ClosedWeek[] {
  const { today } = source
  const latest = weeks.slice(-MOST_WEEKS)
  const shown = weekStart !== undefined && weekStart < latest[0].weekStart
  const part = shown ? weeks.filter((week) => week.weekStart <= weekStart).slice(-MOST_WEEKS) : latest
  return part.map((week) => {
    const day = Math.min(weekEndOf(week.weekStart), today)
    return { ...week, day, inProgress: week.weekStart === weekStartOf(today) && day < weekEndOf(week.weekStart) }
  })
}

/**
 * One of those weeks.
 * @throws DeskError NOT_FOUND where the record has no such week.
 */
export function weekAmong(weeks: readonly ClosedWeek[], weekStart: number): { week: ClosedWeek; index: number } {
  const index = weeks.findIndex((week) => week.weekStart === weekStart)
  if (index < 0) throw new DeskError('NOT_FOUND', 'The record has no such week.')
  return { week: weeks[index], index }
}
