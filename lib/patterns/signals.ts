import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { changePoints, type Signal, type SignalWeek, signalsOf } from '@/lib/core/signals'
import { sortedTerms } from '@/lib/dyads/series-rebuild'
import type { Reading } from '@/lib/dyads/series-source'
import type { WeekView } from '@/lib/dyads/views'
import { patternRecord } from './record'
import type { Level, SignalsView } from './views'

const signalWeekOf = ({ weekStart, close, inflow, coverage }: WeekView): SignalWeek => ({
  weekStart,
  close,
  inflow: inflow.forward + inflow.backward,
  coverage,
  inProgress: false,
})

/** Signals that name the category or the rung of an incident, and so tell of its coding. */
const TELLS_CODING: ReadonlySet<Signal['kind']> = new Set(['newFront', 'topRung'])

function levelsOf(weeks: readonly WeekView[]): Level[] {
  const last = weeks.at(-1)
  if (!last) return []
  const closes = weeks.map(({ close }) => close)
  const points = changePoints(closes)
  const starts = [0, ...points.map(({ index }) => index)]
  const mean = closes.reduce((sum, close) => sum + close, 0) / closes.length
  return starts.map((start, at) => ({
    from: weeks[start].weekStart,
    to: at < points.length ? weeks[points[at].index - 1].weekStart : last.weekStart,
    mean: points[at - 1]?.after ?? points[0]?.before ?? mean,
  }))
}

/**
 * What stands out in each week of a dyad's record (SCORING.md 2.10): records, unusual weeks, change points, new fronts, top rungs, band
 * moves and jumps, latest first. Told of weeks that are over and covered. O(weeks² + incidents of the dyad): some 0.1 s of
 * work for 5,000.
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`; NOT_FOUND for a dyad of which nothing is known in that reading.
 */
export async function dyadSignals(viewer: Viewer, dyadId: string, reading: Reading = {}): Promise<SignalsView> {
  authorize(viewer, 'dyad:read')
  const { closed, facts, incidents, method, owed } = await patternRecord(viewer, dyadId, reading)
  const told = signalsOf(closed.map(signalWeekOf), incidents, method.parameters)
  const all = told.toReversed().flatMap(({ signals }) => signals)
  const shown = all.filter(({ kind, ids }) => !(TELLS_CODING.has(kind) && ids.some((id) => owed.has(id))))
  const titles = new Map(facts.map(({ id, title }) => [id, title]))
  const sizes = new Map(sortedTerms(facts, method.parameters).map(({ id, points }) => [id, Math.abs(points)]))
  const strongestFirst = (a: string, b: string) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)
  return {
    methodId: method.id,
    weeks: closed.map(({ weekStart, close, coverage }) => ({ weekStart, close, coverage })),
    signals: shown.map((signal) => ({
      ...signal,
      incidents: signal.ids.toSorted(strongestFirst).map((id) => ({ id, title: titles.get(id) ?? id })),
    })),
    levels: levelsOf(closed),
    withheld: all.length - shown.length,
  }
}
