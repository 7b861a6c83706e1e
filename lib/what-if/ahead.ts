import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { indicatorOf } from '@/lib/core/codebook'
import { type FallStep, fallPath, pointsToBands, totalsOn } from '@/lib/core/outlook'
import {
  bandOfScore,
  bandsOf,
  coverageOf,
  type MethodParameters,
  type ScoredIncident,
  scoreOf,
  type Term,
  termOf,
} from '@/lib/core/scoring'
import { sortedTerms } from '@/lib/dyads/series-rebuild'
import { type Reading, sourceOf } from '@/lib/dyads/series-source'
import { DeskError } from '@/lib/errors'
import { HORIZON_WEEKS, type Hypothetical } from './schema'
import type { AheadPoint, AheadView, Supposed } from './views'

const PAST_WEEKS = 26

/** The incident that is supposed, as the score would read it: confirmed, on one day. */
function incidentOf({ actor, target, code, day }: Hypothetical, index: number): ScoredIncident[] {
  const indicator = indicatorOf(code)
  if (!indicator) return []
  const { category, rung, persistence } = indicator
  const certain = { kind: 'incident', status: 'approved', reliability: 'A', credibility: 1 } as const
  const when = { startDay: day, endDay: null, ongoing: false }
  return [
    { id: `supposed-${index + 1}`, actor, target, mutual: false, category, rung, persistence, ...when, ...certain },
  ]
}

interface SupposedTerm {
  of: Hypothetical
  incident: ScoredIncident
  term: Term
}

function termsOfSupposed(
  supposed: readonly Hypothetical[],
  dyadId: string,
  parameters: MethodParameters,
): SupposedTerm[] {
  return supposed.flatMap((of, index) =>
    incidentOf(of, index).flatMap((incident) => {
      const term = termOf(incident, dyadId, parameters)
      return term ? [{ of, incident, term }] : []
    }),
  )
}

/**
 * What the arithmetic makes of the time to come: how the score of the last day that counts leaves its bands by itself, what
 * would take it to the next ones, and what it would be with incidents that are supposed. No forecast, and nothing of it is on
 * record. Supposed days that do not lie ahead within the horizon are left out. O(the dyad's incidents × days of the horizon).
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`; NOT_FOUND for a dyad of which nothing is known in that reading.
 */
export async function aheadView(
  viewer: Viewer,
  dyadId: string,
  { supposed: asked = [], ...reading }: { supposed?: readonly Hypothetical[] } & Reading = {},
): Promise<AheadView> {
  authorize(viewer, 'dyad:read')
  const source = await sourceOf(viewer, dyadId, reading)
  const stored = await source.weeks()
  if (stored.length === 0) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
  const { today, method } = source
  const { parameters } = method
  const lastDay = weekEndOf(today) + 7 * HORIZON_WEEKS
  const terms = sortedTerms(await source.incidents(), parameters)
  const supposed = termsOfSupposed(
    asked.filter(({ day }) => day > today && day <= lastDay),
    dyadId,
    parameters,
  )
  const points = totalsOn(terms, [today])[0]
  const score = scoreOf(points, parameters)
  const days = Array.from({ length: lastDay - today + 1 }, (_, ahead) => today + ahead)
  const alone = scoresOn(terms, days, parameters)
  const added = scoresOn([...terms, ...supposed.map(({ term }) => term)], days, parameters)
  const { asOf, unreviewed = false } = reading
  return {
    day: today,
    score,
    band: bandOfScore(score, parameters),
    points,
    bands: bandsOf(parameters),
    methodId: method.id,
    methodHash: method.hash,
    past: stored
      .filter(({ weekStart }) => weekStart < weekStartOf(today))
      .slice(-PAST_WEEKS)
      .map((week) => ({
        weekStart: week.weekStart,
        day: weekEndOf(week.weekStart),
        close: week.close,
        coverage: coverageOf(week),
      })),
    future: futureOf(days, alone, supposed.length > 0 ? added : null),
    fall: fallPath(terms, today, parameters),
    path: supposed.length > 0 ? changesOf(days, added, parameters) : [],
    costs: pointsToBands(points, parameters).filter((cost) => cost.points > 0),
    supposed: supposed.map((entry) => supposedView(entry, terms, supposed, parameters)),
    lastDay,
    asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
    unreviewed,
  }
}

const scoresOn = (terms: readonly Term[], days: readonly number[], parameters: MethodParameters): number[] =>
  Array.from(totalsOn(terms, days), (total) => scoreOf(total, parameters))

/** The first day and the Sundays after it. */
function futureOf(days: readonly number[], alone: readonly number[], added: readonly number[] | null): AheadPoint[] {
  return days.flatMap((day, index) =>
    index === 0 || day === weekEndOf(day) ? [{ day, alone: alone[index], added: added?.[index] ?? null }] : [],
  )
}

/** The days on which a line of daily scores enters another band. */
function changesOf(days: readonly number[], scores: readonly number[], parameters: MethodParameters): FallStep[] {
  return scores.flatMap((score, index) => {
    const band = bandOfScore(score, parameters)
    const same = index === 0 || bandOfScore(scores[index - 1], parameters).level === band.level
    return same ? [] : [{ day: days[index], daysAhead: index, band }]
  })
}

function supposedView(
  { of, incident, term }: SupposedTerm,
  terms: readonly Term[],
  supposed: readonly SupposedTerm[],
  parameters: MethodParameters,
): Supposed {
  const others = supposed.filter((entry) => entry.term !== term).map((entry) => entry.term)
  const on = (list: readonly Term[]) => scoreOf(totalsOn(list, [of.day])[0], parameters)
  return {
    ...of,
    id: incident.id,
    label: indicatorOf(of.code)?.label ?? of.code,
    category: incident.category,
    rung: incident.rung,
    points: term.points,
    before: on([...terms, ...others]),
    after: on([...terms, ...others, term]),
  }
}
