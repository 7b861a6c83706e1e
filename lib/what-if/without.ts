import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekEndOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { CATEGORIES } from '@/lib/core/codebook'
import { totalsOn } from '@/lib/core/outlook'
import { coverageOf, gradesOf, type MethodParameters, pointsOn, scoreOf, type Term } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { IncidentDoubts } from '@/lib/dyads/incident-doubts'
import { type ScoredRow, termOfRow } from '@/lib/dyads/series-rebuild'
import { type Reading, type SeriesSource, sourceOf } from '@/lib/dyads/series-source'
import { DeskError } from '@/lib/errors'
import { rowsFor } from '@/lib/incidents/in-force-rows'
import type { Struck } from './schema'
import type { StrikableCategory, StrikableIncident, StrikableOutlet, WithoutView } from './views'

/** What the lists name: incidents by their points, outlets by their incidents. */
const MOST_INCIDENTS = 25
const MOST_OUTLETS = 40

/** An incident with who reports it, and what is left of it. */
interface Held {
  row: ScoredRow
  sources: IncidentDoubts['sources']
  term: Term
  /** Its term without what is struck out; null where it is out. */
  left: Term | null
}

/**
 * A dyad's weekly closes without some incidents, outlets and categories, beside those of the record. Without an outlet the
 * incidents go that it alone reports; the others are as reliable as the best source that is left, and as credible as they were
 * coded. Nothing is written. O(the dyad's incidents × weeks).
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`; NOT_FOUND for a dyad of which nothing is known, or a week outside its
 * record.
 */
export async function withoutView(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  { struck, ...reading }: { struck: Struck } & Reading,
): Promise<WithoutView> {
  authorize(viewer, 'dyad:read')
  const source = await sourceOf(viewer, dyadId, reading)
  const stored = await source.weeks()
  if (!stored.some((week) => week.weekStart === weekStart)) {
    throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} in that week.`)
  }
  const { today, method } = source
  const { parameters } = method
  const held = await heldOf(source, struck)
  const left = held.flatMap((entry) => entry.left ?? [])
  const days = stored.map((week) => Math.min(weekEndOf(week.weekStart), today))
  const totals = totalsOn(left, days)
  const day = Math.min(weekEndOf(weekStart), today)
  return {
    weeks: stored.map((week, index) => ({
      weekStart: week.weekStart,
      weekId: weekIdOf(week.weekStart),
      day: days[index],
      coverage: coverageOf(week),
      inProgress: week.weekStart === weekStartOf(today) && days[index] < weekEndOf(week.weekStart),
      close: week.close,
      without: scoreOf(totals[index], parameters),
    })),
    gone: held.length - left.length,
    regraded: held.filter(({ term, left: rest }) => rest !== null && rest.points !== term.points).length,
    incidents: await strikableIncidents(viewer, source, held, struck, day),
    outlets: strikableOutlets(held, struck, day, parameters),
    categories: strikableCategories(held, struck, day, parameters),
    all: {
      incidents: held.length,
      outlets: new Set(held.flatMap(({ sources }) => sources.map(({ outlet }) => outlet))).size,
    },
  }
}

async function heldOf(source: SeriesSource, struck: Struck): Promise<Held[]> {
  const { parameters } = source.method
  const [rows, doubts] = [await source.incidents(), await source.doubts()]
  const sourcesOf = new Map(doubts.map(({ id, sources }) => [id, sources]))
  return rows.flatMap((row): Held[] => {
    const sources = sourcesOf.get(row.id) ?? []
    const term = termOfRow(row, parameters)
    return term ? [{ row, sources, term, left: leftOf({ row, sources, term }, struck, parameters) }] : []
  })
}

/** What is left of an incident without what is struck out. */
function leftOf(
  { row, sources, term }: Omit<Held, 'left'>,
  { incidents, outlets, categories }: Struck,
  parameters: MethodParameters,
): Term | null {
  if (incidents.includes(row.id) || categories.some((category) => category === row.category)) return null
  const rest = sources.filter(({ outlet }) => !outlets.includes(outlet))
  if (rest.length === sources.length) return term
  return rest.length === 0 ? null : termOfRow({ ...row, grades: gradesOf(rest) }, parameters)
}

const NOTHING: Struck = { incidents: [], outlets: [], categories: [] }

/** What a day's score loses without one thing alone: of the whole record, whatever else is struck out. */
function dropOf(held: readonly Held[], part: Partial<Struck>, day: number, parameters: MethodParameters): number {
  const without = { ...NOTHING, ...part }
  let [all, rest] = [0, 0]
  for (const entry of held) {
    const points = pointsOn(entry.term, day)
    const left = leftOf(entry, without, parameters)
    all += points
    rest += left === entry.term ? points : left ? pointsOn(left, day) : 0
  }
  return scoreOf(all, parameters) - scoreOf(rest, parameters)
}

async function strikableIncidents(
  viewer: Viewer,
  source: SeriesSource,
  held: readonly Held[],
  { incidents }: Struck,
  day: number,
): Promise<StrikableIncident[]> {
  const { parameters } = source.method
  const parts = held.map(({ term }) => ({ id: term.id, points: pointsOn(term, day) }))
  const total = parts.reduce((sum, { points }) => sum + points, 0)
  parts.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.id < b.id ? -1 : 1))
  const named = parts.filter(
    ({ id, points }, index) => incidents.includes(id) || (index < MOST_INCIDENTS && points !== 0),
  )
  const drops = new Map(
    named.map(({ id, points }) => [id, scoreOf(total, parameters) - scoreOf(total - points, parameters)]),
  )
  const found = await source.rows([...drops.keys()])
  const rows = await rowsFor(
    viewer,
    await database(),
    found.map(({ row }) => row),
  )
  const left = new Set(held.filter((entry) => entry.left !== null).map(({ row }) => row.id))
  return rows.map((row) => ({
    row,
    out: !left.has(row.id),
    struck: incidents.includes(row.id),
    drop: drops.get(row.id) ?? 0,
  }))
}

function strikableOutlets(
  held: readonly Held[],
  { outlets }: Struck,
  day: number,
  parameters: MethodParameters,
): StrikableOutlet[] {
  const counts = new Map<string, { incidents: number; alone: number }>()
  for (const { sources } of held) {
    const names = new Set(sources.map(({ outlet }) => outlet))
    for (const name of names) {
      const { incidents, alone } = counts.get(name) ?? { incidents: 0, alone: 0 }
      counts.set(name, { incidents: incidents + 1, alone: alone + Number(names.size === 1) })
    }
  }
  const sorted = [...counts].sort(([a, { incidents: x }], [b, { incidents: y }]) => y - x || (a < b ? -1 : 1))
  return sorted
    .filter(([outlet], index) => index < MOST_OUTLETS || outlets.includes(outlet))
    .map(([outlet, count]) => ({
      outlet,
      ...count,
      struck: outlets.includes(outlet),
      drop: dropOf(held, { outlets: [outlet] }, day, parameters),
    }))
}

function strikableCategories(
  held: readonly Held[],
  { categories }: Struck,
  day: number,
  parameters: MethodParameters,
): StrikableCategory[] {
  return CATEGORIES.flatMap((category) => {
    const incidents = held.filter(({ row }) => row.category === category).length
    const struck = categories.includes(category)
    if (incidents === 0 && !struck) return []
    return [{ category, incidents, struck, drop: dropOf(held, { categories: [category] }, day, parameters) }]
  })
}
