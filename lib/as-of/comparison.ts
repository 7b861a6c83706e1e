import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOfInstant } from '@/lib/clock'
import { type Coverage, coverageOf, scoreOf, totalOn } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { dyadView } from '@/lib/dyads/dyad-view'
import { knownSource } from '@/lib/dyads/known-source'
import { type SeriesSource, sourceOf } from '@/lib/dyads/series-source'
import { storedSource } from '@/lib/dyads/stored-source'
import type { WeekView } from '@/lib/dyads/views'
import type { StoredWeek } from '@/lib/dyads/week-view'
import { described } from './described'
import { differencesOf } from './differences'
import type { AsOf } from './schema'
import type { ComparedWeek, ComparisonView } from './views'

/** Incidents that are listed; the rest is told as a sum. */
const MOST_PARTS = 50

/**
 * What was said of a dyad at a moment against what is known now: both weekly lines, and the difference of one week's close taken
 * apart into late-coded, corrected and retracted incidents and the method. Both sides are looked at on the same day, so that
 * no part of it is mere passing of time. Costs O(the dyad's incidents × days).
 * @throws DeskError FORBIDDEN; NOT_FOUND where nothing was known then, or for a week outside that record.
 */
export async function asOfComparison(
  viewer: Viewer,
  dyadId: string,
  asOf: AsOf,
  { week }: { week?: string } = {},
): Promise<ComparisonView> {
  authorize(viewer, 'dyad:read')
  const view = await dyadView(viewer, dyadId, { week, asOf })
  const then = await sourceOf(viewer, dyadId, { asOf })
  const now = await storedSource(dyadId, dayOfInstant(asOf.moment))
  const day = view.shown.lastDay
  const [saidScore, knownScore] = [await scoreOn(then, day), await scoreOn(now, day)]
  const same = then.method.id === now.method.id
  // The record of then by the method of now stands between: method first, then the incidents.
  const between = same ? then : await knownSource(dyadId, asOf.moment.getTime(), 'now')
  const totals: [number, number] = [await pointsOn(between, day), await pointsOn(now, day)]
  const { parameters } = now.method
  const [thenRows, nowRows] = [await then.incidents(), await now.incidents()]
  const { parts, elsewhere } = differencesOf(thenRows, nowRows, { day, until: then.today }, totals, parameters)
  const [listed, rest] = [parts.slice(0, MOST_PARTS), parts.slice(MOST_PARTS)]
  const methodEffect = same ? null : scoreOf(totals[0], parameters) - saidScore
  const difference = knownScore - saidScore
  const effect = difference - (methodEffect ?? 0) - listed.reduce((sum, part) => sum + part.effect, 0)
  const nowWeeks = await now.weeks()
  const shownNow = nowWeeks.find(({ weekStart }) => weekStart === view.shown.weekStart)
  return {
    dyadId,
    at: asOf.moment.toISOString(),
    method: asOf.method,
    saidMethod: then.method.id,
    knownMethod: now.method.id,
    weeks: comparedWeeks(view.weeks, nowWeeks),
    weekStart: view.shown.weekStart,
    day,
    said: saidScore,
    known: knownScore,
    coverage: { said: view.shown.coverage, known: shownNow ? coverageOf(shownNow) : 'not_checked' },
    difference,
    parts: await described(await database(), { dyadId, moment: asOf.moment, parameters }, listed),
    others: { count: rest.length, effect: rest.length === 0 ? 0 : effect },
    methodEffect,
    elsewhere,
  }
}

async function pointsOn(source: SeriesSource, day: number): Promise<number> {
  return totalOn(await source.days(day, day), day)
}

async function scoreOn(source: SeriesSource, day: number): Promise<number> {
  return scoreOf(await pointsOn(source, day), source.method.parameters)
}

/** Every week that either record has. What is known now of weeks before the record of then began was not said. */
function comparedWeeks(then: readonly WeekView[], now: readonly StoredWeek[]): ComparedWeek[] {
  const said = new Map(then.map(({ weekStart, close, coverage }) => [weekStart, closeWhere(coverage, close)]))
  const known = new Map(now.map((week) => [week.weekStart, closeWhere(coverageOf(week), week.close)]))
  const mondays = [...new Set([...said.keys(), ...known.keys()])].sort((a, b) => a - b)
  return mondays.map((weekStart) => {
    return { weekStart, said: said.get(weekStart) ?? null, known: known.get(weekStart) ?? null }
  })
}

const closeWhere = (coverage: Coverage, close: number): number | null => (coverage === 'not_checked' ? null : close)
