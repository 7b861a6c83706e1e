import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOfInstant } from '@/lib/clock'
import { coverageOf, scoreOf, totalOn } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { dyadView } from '@/lib/dyads/dyad-view'
import { knownSource } from '@/lib/dyads/known-source'
import type { ScoredRow } from '@/lib/dyads/series-rebuild'
import { type SeriesSource, sourceOf } from '@/lib/dyads/series-source'
import { storedSource } from '@/lib/dyads/stored-source'
import type { WeekView } from '@/lib/dyads/views'
import type { StoredWeek } from '@/lib/dyads/week-view'
import { changedFields } from './changed-fields'
import { type Difference, differencesOf } from './differences'
import type { AsOf } from './schema'
import type { ComparedWeek, ComparisonView, DifferenceKind, DifferenceView } from './views'

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
  return {
    dyadId,
    at: asOf.moment.toISOString(),
    method: asOf.method,
    saidMethod: then.method.id,
    knownMethod: now.method.id,
    weeks: comparedWeeks(view.weeks, await now.weeks()),
    weekStart: view.shown.weekStart,
    day,
    said: saidScore,
    known: knownScore,
    difference,
    parts: await described(await database(), dyadId, asOf.moment, listed),
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

function comparedWeeks(then: readonly WeekView[], now: readonly StoredWeek[]): ComparedWeek[] {
  const byWeek = new Map(now.map((week) => [week.weekStart, week]))
  return then.map(({ weekStart, close, coverage }) => {
    const later = byWeek.get(weekStart)
    return {
      weekStart,
      said: coverage === 'not_checked' ? null : close,
      known: later && coverageOf(later) !== 'not_checked' ? later.close : null,
    }
  })
}

interface VintageWords {
  incidentId: string
  at: Date
  status: string
  title: string
  code: string | null
  startDay: number
}

/** What is said of each listed incident, from its vintages: one read, bounded by the list. */
async function described(
  reader: Reader,
  dyadId: string,
  moment: Date,
  parts: readonly Difference<ScoredRow>[],
): Promise<DifferenceView[]> {
  const vintages: VintageWords[] = await reader.incidentVintage.findMany({
    where: { dyadId, incidentId: { in: parts.map(({ id }) => id) } },
    orderBy: { revision: 'asc' },
    select: { incidentId: true, at: true, status: true, title: true, code: true, startDay: true },
  })
  const byIncident = new Map<string, VintageWords[]>(parts.map(({ id }) => [id, []]))
  for (const vintage of vintages) byIncident.get(vintage.incidentId)?.push(vintage)
  return parts.map((part) => describe(part, byIncident.get(part.id) ?? [], moment))
}

function describe(part: Difference<ScoredRow>, vintages: VintageWords[], moment: Date): DifferenceView {
  const earlier = vintages.filter(({ at }) => at <= moment)
  const [before, latest] = [earlier.at(-1), vintages[vintages.length - 1]]
  const kind = kindOf(part, earlier, latest)
  const first = vintages.find(({ status }) => status === 'approved')
  const { said, known } = part
  return {
    id: part.id,
    kind,
    title: latest.title,
    code: latest.code ?? '',
    day: latest.startDay,
    at: (kind === 'late' && first ? first : latest).at.toISOString(),
    changed: said && known && before ? changedFields(withCode(said, before), withCode(known, latest)) : [],
    effect: part.effect,
  }
}

const withCode = (row: ScoredRow, { code }: VintageWords) => ({ ...row, code: code ?? '' })

function kindOf(
  { said, known }: Difference<ScoredRow>,
  earlier: readonly VintageWords[],
  latest: VintageWords,
): DifferenceKind {
  if (said && known) return 'corrected'
  if (known) return earlier.some(({ status }) => status === 'approved') ? 'again' : 'late'
  return latest.status === 'retracted' ? 'retracted' : 'reopened'
}
