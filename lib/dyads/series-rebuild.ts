import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import type { Category, Credibility, Persistence } from '@/lib/core/codebook'
import {
  bestOfGrades,
  inflowCellsOf,
  type MethodParameters,
  type ScoredIncident,
  seriesOf,
  type Term,
  termOf,
} from '@/lib/core/scoring'
import type { Reader, Transaction } from '@/lib/db/transaction'
import type { Method } from '@/lib/method/store'
import type { LockedDyad } from './dyad-lock'
import { noteMethod } from './method-then'
import { blankWindow, type SeriesWindow } from './series-window'
import { writeWindow } from './series-write'

/** The columns that the score reads of an incident's row. */
export interface ScoredRow {
  dyadId: string
  id: string
  actor: string
  target: string | null
  mutual: boolean
  kind: string
  status: string
  category: string | null
  rung: number | null
  persistence: string | null
  startDay: number
  endDay: number | null
  ongoing: boolean
  /** The letters of its sources, such as `BC`. */
  grades: string
  credibility: number
}

/** The columns of `ScoredRow`, for a select. */
export const SCORED_COLUMNS = {
  dyadId: true,
  id: true,
  actor: true,
  target: true,
  mutual: true,
  kind: true,
  status: true,
  category: true,
  rung: true,
  persistence: true,
  startDay: true,
  endDay: true,
  ongoing: true,
  grades: true,
  credibility: true,
} as const

/** A stored incident as the core reads it. The database checks the columns. */
export function scoredIncidentOf(row: ScoredRow, parameters: MethodParameters): ScoredIncident {
  return {
    id: row.id,
    actor: row.actor,
    target: row.target ?? '',
    mutual: row.mutual,
    kind: row.kind as ScoredIncident['kind'],
    status: row.status as ScoredIncident['status'],
    category: row.category as Category,
    rung: row.rung ?? 0,
    persistence: row.persistence as Persistence,
    startDay: row.startDay,
    endDay: row.endDay,
    ongoing: row.ongoing,
    reliability: bestOfGrades(row.grades, parameters),
    credibility: row.credibility as Credibility,
  }
}

/** The term of a stored incident, or null where it adds nothing by its kind or status. */
export const termOfRow = (row: ScoredRow, parameters: MethodParameters): Term | null =>
  row.kind === 'incident' && row.status === 'approved'
    ? termOf(scoredIncidentOf(row, parameters), row.dyadId, parameters)
    : null

/** All terms of a dyad: O(its incidents). */
export async function termsOfDyad(reader: Reader, dyadId: string, parameters: MethodParameters): Promise<Term[]> {
  const rows = await reader.incident.findMany({
    where: { dyadId, status: 'approved', kind: 'incident' },
    select: SCORED_COLUMNS,
  })
  return sortedTerms(rows, parameters)
}

/** The terms of some rows, by start and id: the order in which a week's strongest is looked for. */
export function sortedTerms(rows: ScoredRow[], parameters: MethodParameters): Term[] {
  const terms = rows.map((row) => termOfRow(row, parameters)).filter((term) => term !== null)
  return terms.sort((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
}

/** The Mondays of the weeks that a dyad's sources were checked for, by what was said up to an instant (all, without one). */
export async function checkedWeeks(reader: Reader, dyadId: string, asOf?: Date): Promise<Set<number>> {
  const checks = await reader.$queryRaw<{ weekStart: number; checked: boolean }[]>`
    SELECT DISTINCT ON (week_start) week_start AS "weekStart", checked FROM weekly_check
    WHERE dyad_id = ${dyadId} AND at <= COALESCE(${asOf ?? null}::timestamptz, 'infinity') ORDER BY week_start, revision DESC`
  return new Set(checks.filter((check) => check.checked).map((check) => check.weekStart))
}

/**
 * The whole series of some terms from the first covered week to `horizon`, or null where nothing is covered. What is stored,
 * what was known at a moment and what a draft would make are all built here: O(terms × days).
 */
export function windowOfTerms(terms: Term[], checked: Set<number>, horizon: number): SeriesWindow | null {
  const starts = [...checked, ...terms.map((term) => weekStartOf(term.startDay))]
  const from = starts.reduce((least, week) => Math.min(least, week), Number.POSITIVE_INFINITY)
  if (from > horizon) return null
  const window = blankWindow(from, horizon)
  window.series = seriesOf(terms, window.series.firstDay, window.series.lastDay)
  fillFacts(window, terms, checked)
  return window
}

/** The weeks of a window, filled from terms sorted by start: each week is given the terms that start in it. */
function fillFacts(window: SeriesWindow, terms: Term[], checked: Set<number>): void {
  const byWeek = groupByWeek(terms)
  for (const week of window.weeks) {
    const started = byWeek.get(week.weekStart) ?? []
    week.inflowCells = inflowCellsOf(started, week.weekStart, weekEndOf(week.weekStart))
    week.incidents = started.length
    week.checked = checked.has(week.weekStart)
    const driver = started.reduce<Term | null>((best, term) => (isStronger(term, best) ? term : best), null)
    week.driverId = driver?.id ?? null
    week.driverPoints = driver?.points ?? null
  }
}

function groupByWeek(terms: Term[]): Map<number, Term[]> {
  const byWeek = new Map<number, Term[]>()
  for (const term of terms) {
    const week = weekStartOf(term.startDay)
    const list = byWeek.get(week)
    if (list) list.push(term)
    else byWeek.set(week, [term])
  }
  return byWeek
}

/** Terms come sorted by day and id, so of equal ones the first stays: the order of `refreshDrivers`. */
const isStronger = (term: Term, best: Term | null) => best === null || Math.abs(term.points) > Math.abs(best.points)

/**
 * Makes a dyad's stored series anew from its record, up to the week `horizon`: O(incidents × days). The first save of a dyad,
 * a new method, and a dyad that nobody touched for half a year come here; everything else is kept up step by step.
 */
export async function rebuildSeries(tx: Transaction, dyad: LockedDyad, method: Method, horizon: number): Promise<void> {
  const dyadId = dyad.id
  if (dyad.methodId !== method.id) {
    await refreshPoints(tx, dyadId, method.parameters)
    await noteMethod(tx, dyad, method)
  }
  const terms = await termsOfDyad(tx, dyadId, method.parameters)
  const checked = await checkedWeeks(tx, dyadId)
  await tx.dyadWeek.deleteMany({ where: { dyadId } })
  await tx.dyadWeekDays.deleteMany({ where: { dyadId } })
  const window = windowOfTerms(terms, checked, horizon)
  const seriesFrom = window?.weeks[0].weekStart ?? null
  const data = { seriesFrom, seriesTo: window ? horizon : null, methodId: method.id }
  if (window) await writeWindow(tx, dyadId, window, method.parameters)
  await tx.dyad.update({ where: { id: dyadId }, data })
  // A further write of the same transaction goes on from here.
  Object.assign(dyad, data)
}

/** Sets what another method makes of each incident by itself: its points, and which of its sources is best. */
async function refreshPoints(tx: Transaction, dyadId: string, parameters: MethodParameters): Promise<void> {
  const rows = await tx.incident.findMany({ where: { dyadId }, select: { ...SCORED_COLUMNS, points: true } })
  const fresh = rows.map((row) => ({
    id: row.id,
    points: termOfRow(row, parameters)?.points ?? 0,
    reliability: bestOfGrades(row.grades, parameters),
  }))
  await tx.$executeRaw`
    UPDATE incident i SET points = f.points, reliability = f.reliability
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) AS f(id text, points double precision, reliability text)
    WHERE i.dyad_id = ${dyadId} AND i.id = f.id AND (i.points, i.reliability) IS DISTINCT FROM (f.points, f.reliability)`
}
