import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import type { Category, Credibility, Persistence, Reliability } from '@/lib/core/codebook'
import {
  inflowCellsOf,
  type MethodParameters,
  type ScoredIncident,
  seriesOf,
  type Term,
  termOf,
} from '@/lib/core/scoring'
import type { Reader, Transaction } from '@/lib/db/transaction'
import type { Method } from '@/lib/method/store'
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
  reliability: string
  credibility: number
}

/** The term of a stored incident, or null where it adds nothing by its kind or status. The database checks the columns. */
export function termOfRow(row: ScoredRow, parameters: MethodParameters): Term | null {
  if (row.kind !== 'incident' || row.status !== 'approved') return null
  const incident: ScoredIncident = {
    id: row.id,
    actor: row.actor,
    target: row.target ?? '',
    mutual: row.mutual,
    kind: 'incident',
    status: 'approved',
    category: row.category as Category,
    rung: row.rung ?? 0,
    persistence: row.persistence as Persistence,
    startDay: row.startDay,
    endDay: row.endDay,
    ongoing: row.ongoing,
    reliability: row.reliability as Reliability,
    credibility: row.credibility as Credibility,
  }
  return termOf(incident, row.dyadId, parameters)
}

/** All terms of a dyad: O(its incidents). */
export async function termsOfDyad(reader: Reader, dyadId: string, parameters: MethodParameters): Promise<Term[]> {
  const rows = await reader.incident.findMany({
    where: { dyadId, status: 'approved', kind: 'incident' },
  })
  const terms = rows.map((row) => termOfRow(row, parameters)).filter((term) => term !== null)
  return terms.sort((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
}

async function checkedWeeks(tx: Transaction, dyadId: string): Promise<Set<number>> {
  const checks = await tx.$queryRaw<{ weekStart: number; checked: boolean }[]>`
    SELECT DISTINCT ON (week_start) week_start AS "weekStart", checked FROM weekly_check
    WHERE dyad_id = ${dyadId} ORDER BY week_start, revision DESC`
  return new Set(checks.filter((check) => check.checked).map((check) => check.weekStart))
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
export async function rebuildSeries(tx: Transaction, dyadId: string, method: Method, horizon: number): Promise<void> {
  const terms = await termsOfDyad(tx, dyadId, method.parameters)
  const checked = await checkedWeeks(tx, dyadId)
  await tx.dyadWeek.deleteMany({ where: { dyadId } })
  await tx.dyadWeekDays.deleteMany({ where: { dyadId } })
  const starts = [...checked, ...terms.map((term) => weekStartOf(term.startDay))]
  const from = starts.reduce((least, week) => Math.min(least, week), Number.POSITIVE_INFINITY)
  if (!Number.isFinite(from)) {
    await tx.dyad.update({ where: { id: dyadId }, data: { seriesFrom: null, seriesTo: null, methodId: method.id } })
    return
  }
  const window = blankWindow(from, horizon)
  window.series = seriesOf(terms, window.series.firstDay, window.series.lastDay)
  fillFacts(window, terms, checked)
  await writeWindow(tx, dyadId, window, method.parameters)
  await tx.dyad.update({ where: { id: dyadId }, data: { seriesFrom: from, seriesTo: horizon, methodId: method.id } })
}
