import { weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { bandOfScore, changePart, type MethodParameters, pointsForScore, pointsOn } from '@/lib/core/scoring'
import { type ScoredRow, termOfRow } from '@/lib/dyads/series-rebuild'
import type { WeekRecord } from '@/lib/dyads/views'
import { keyOf } from '@/lib/samples/blind'
import { codeOf, type DeskCloses, type DeskWeekSource } from './desk-source'
import type { DeskDriver, DeskFirst, DeskWeekRow } from './desk-views'

/** A dyad's closes with the method that made them, cut at today where the week is running. */
export interface RankedCloses extends DeskCloses {
  parameters: MethodParameters
  covered: boolean
}

interface Part {
  id: string
  change: number
}

/** Parts of the week's change by its new incidents, by size; the points are those that the closes stand for. */
function partsOf({ close, before1, parameters }: RankedCloses, rows: readonly ScoredRow[], lastDay: number): Part[] {
  const [x0, x1] = [pointsForScore(before1 ?? 0, parameters), pointsForScore(close, parameters)]
  const parts = rows.flatMap((row): Part[] => {
    const term = termOfRow(row, parameters)
    return term ? [{ id: row.id, change: changePart(0, pointsOn(term, lastDay), x0, x1, parameters) }] : []
  })
  return parts.sort((a, b) => b.change - a.change || (a.id < b.id ? -1 : 1))
}

function byDyad<T extends { dyadId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.dyadId)
    if (group) group.push(row)
    else groups.set(row.dyadId, [row])
  }
  return groups
}

interface PageOf {
  source: DeskWeekSource
  weekStart: number
  /** Where the week is not over there are no records yet. */
  over: boolean
  /** Incidents whose coding is kept from the viewer, by `keyOf`. */
  owed: ReadonlySet<string>
}

/** First-evers among the new incidents of some dyads, each with the incident that is one. */
async function firstsOf(
  { source, weekStart, owed }: PageOf,
  started: readonly ScoredRow[],
): Promise<Map<string, DeskFirst[]>> {
  const open = started.filter((row) => !owed.has(keyOf(row)))
  // The same code twice in a week is first with its first incident.
  const byCode = new Map<string, ScoredRow>()
  for (const row of open.toSorted((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))) {
    const key = `${row.dyadId}/${codeOf(row)}`
    if (!byCode.has(key)) byCode.set(key, row)
  }
  const asked = [...byCode.values()].map((row) => {
    return { dyadId: row.dyadId, code: codeOf(row), category: row.category ?? '' }
  })
  const found = await source.firstCodes(asked, weekStart)
  const ofCategory = new Map(found.map((first) => [`${first.dyadId}/${first.code}`, first.ofCategory]))
  const firsts = new Map<string, DeskFirst[]>()
  const opened = new Set<string>()
  for (const [key, { dyadId, id, category, ...row }] of byCode) {
    const opens = ofCategory.get(key)
    // Of a category that is new itself the first incident is told, not each of its codes.
    if (opens === undefined || opened.has(`${dyadId}/${category}`)) continue
    if (opens) opened.add(`${dyadId}/${category}`)
    firsts.set(dyadId, [...(firsts.get(dyadId) ?? []), { code: codeOf({ category, ...row }), ofCategory: opens, id }])
  }
  return firsts
}

/** Rows of a page of dyads: a handful of reads, bounded by the page and by the week's incidents of its dyads. */
export async function deskRowsOf(page: readonly RankedCloses[], of: PageOf): Promise<DeskWeekRow[]> {
  const { source, weekStart, over } = of
  const lastDay = Math.min(weekEndOf(weekStart), source.today)
  const covered = page.filter((dyad) => dyad.covered)
  const ids = covered.map(({ dyadId }) => dyadId)
  const started = await source.started(ids, weekStart, lastDay)
  const [own, firsts] = [byDyad(started), await firstsOf(of, started)]
  const records = over
    ? await source.records(ids.map((dyadId) => ({ dyadId, shownWeek: weekStart })))
    : new Map<string, WeekRecord>()
  const parts = new Map(covered.map((dyad) => [dyad.dyadId, partsOf(dyad, own.get(dyad.dyadId) ?? [], lastDay)]))
  const drivers = [...parts].flatMap(([dyadId, list]) =>
    [list.at(0), list.at(-1)].flatMap((part) => (part ? [{ dyadId, id: part.id }] : [])),
  )
  const names = await source.names(drivers)
  return page.map((dyad): DeskWeekRow => {
    const { dyadId, close, before1, before4, before52, parameters } = dyad
    const [first, second] = codesOf(dyadId)
    const list = parts.get(dyadId) ?? []
    const driver = (part: Part | undefined): DeskDriver | null => {
      const title = part && names.get(`${dyadId}/${part.id}`)?.title
      return part && title !== undefined ? { ...part, title } : null
    }
    const band = bandOfScore(close, parameters)
    const bandBefore = before1 === null ? null : bandOfScore(before1, parameters)
    const since = (before: number | null) => (dyad.covered && before !== null ? close - before : null)
    const change1 = since(before1)
    const through = dyad.coveredThrough
    return {
      dyadId,
      first,
      second,
      covered: dyad.covered,
      lastCovered: through === null ? null : { weekStart: through, weekId: weekIdOf(through) },
      close,
      band: band.name,
      change1,
      change4: since(before4),
      change52: since(before52),
      bandBefore: dyad.covered && bandBefore && bandBefore.level !== band.level ? bandBefore.name : null,
      record: records.get(dyadId) ?? null,
      firsts: firsts.get(dyadId) ?? [],
      up: driver(list.find(({ change }) => change > 0)),
      down: driver(list.findLast(({ change }) => change < 0)),
      fading: change1 === null ? null : change1 - list.reduce((sum, { change }) => sum + change, 0),
      incidents: list.length,
    }
  })
}
