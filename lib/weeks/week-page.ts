import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { displayOf } from '@/lib/core/scoring'
import { inOrderOfTime } from '@/lib/core/signals/in-order-of-time'
import { countryName } from '@/lib/countries'
import { database } from '@/lib/db/client'
import { dyadView } from '@/lib/dyads/dyad-view'
import { checksOf } from '@/lib/dyads/queries'
import { termOfRow } from '@/lib/dyads/series-rebuild'
import { type Reading, sourceOf } from '@/lib/dyads/series-source'
import type { DyadView, WeekView } from '@/lib/dyads/views'
import type { IncidentRow } from '@/lib/incidents/views'
import { measuresOn } from '@/lib/measures/ledger'
import { keyOf, maskedFor, owedBy } from '@/lib/samples/blind'
import { strongestDown, strongestUp, type TermPart } from './changes'
import { groundsOf } from './grounds'
import { weekHeadline } from './headline'
import { partsOfWeeks, spansOf } from './spans'
import { standOut } from './stand-out'
import type { WeekDriver, WeekPage } from './views'
import { waitingOf } from './waiting'

const MOST_DECAYED = 4
const MOST_WEAK = 4
/** A year and the week it is compared with. */
const MOST_WEEKS = 53
/** Incidents that the headline names. */
const MOST_NAMED = 3

const isCovered = ({ coverage }: WeekView) => coverage !== 'not_checked'

/**
 * One week of a dyad: its figure and band, its change on one, four and 52 weeks with what moved it most, what stands out, what
 * faded, how well it is sourced, and what stands between the two at its end. One read of the dyad's weekly series and one of
 * its incidents: O(weeks² + incidents of the dyad).
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`; NOT_FOUND for a dyad of which nothing is known in that reading, or a week
 * outside its record.
 */
export async function weekPage(
  viewer: Viewer,
  dyadId: string,
  weekId: string,
  reading: Reading = {},
): Promise<WeekPage> {
  authorize(viewer, 'dyad:read')
  const view = await dyadView(viewer, dyadId, { week: weekId, ...reading })
  const [source, reader] = [await sourceOf(viewer, dyadId, reading), await database()]
  const { parameters } = source.method
  const { shown: week, weeks } = view
  const at = weeks.indexOf(week)
  const days: [number, number] = [week.weekStart, week.lastDay]
  // In one order whatever the source, so that sums of parts are equal to the last bit.
  const facts = inOrderOfTime((await source.facts()).filter(({ startDay }) => startDay <= week.lastDay))
  const terms = facts.map((one) => termOfRow(one, parameters)).filter((term) => term !== null)
  const owed = await owedBy(reader, viewer)
  const owedIds = new Set(facts.filter((one) => owed.has(keyOf(one))).map(({ id }) => id))
  const spans = spansOf(weeks, at, terms, parameters)
  const parts = partsOfWeeks(weeks[at - 1], week, terms, parameters)
  const faded = parts.filter(({ fresh }) => !fresh)
  const mostFaded = strongestFirst(faded).slice(0, MOST_DECAYED)
  const grounds = groundsOf(facts, new Map(terms.map((term) => [term.id, term])), days, parameters)
  const weak = grounds.weak.slice(0, MOST_WEAK)
  const shown = [...spans.flatMap(({ up, down }) => [...up, ...down]), ...mostFaded].map(({ id }) => id)
  const found = (await source.rows([...new Set([...shown, ...weak])])).map(({ row }) => row)
  const rows = new Map((await maskedFor(reader, viewer, found)).map((row) => [row.id, row]))
  const driver = driverAmong(rows)
  const checks = await checksOf(viewer, dyadId, reading)
  const {
    markers: _markers,
    context: _context,
    shown: _shown,
    today: _today,
    notCheckedSince: _since,
    ...ofDyad
  } = view
  return {
    ...ofDyad,
    week,
    weeks: weeks.slice(Math.max(0, at + 1 - MOST_WEEKS), at + 1),
    previous: weeks[at - 1]?.weekId ?? null,
    next: weeks[at + 1]?.weekId ?? null,
    lastCovered: lastCoveredBefore(weeks, at),
    headline: headlineOf(view, at, parts, new Map(facts.map(({ id, title }) => [id, title]))),
    spans: spans.map(({ up, down, ...span }) => ({ ...span, up: up.flatMap(driver), down: down.flatMap(driver) })),
    decay: {
      change: faded.reduce((sum, { change }) => sum + change, 0),
      incidents: faded.length,
      most: mostFaded.flatMap(driver),
    },
    ...standOut(weeks, week, facts, parameters, owedIds),
    grounds: {
      quality: grounds.quality,
      weak: weak.flatMap((id) => rows.get(id) ?? []),
      weakCount: grounds.weak.length,
    },
    waiting: reading.asOf ? null : await waitingOf(viewer, reader, dyadId, [week.weekStart, weekEndOf(week.weekStart)]),
    check: checks.find(({ weekStart }) => weekStart === week.weekStart) ?? null,
    measures: measuresOn(dyadId, facts, week.lastDay, owed),
  }
}

const strongestFirst = (parts: readonly TermPart[]): TermPart[] =>
  parts.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1))

const driverAmong =
  (rows: ReadonlyMap<string, IncidentRow>) =>
  ({ id, ...part }: TermPart): WeekDriver[] => {
    const row = rows.get(id)
    return row ? [{ row, ...part }] : []
  }

const lastCoveredBefore = (weeks: readonly WeekView[], at: number): WeekView | null =>
  weeks.slice(0, at).findLast(isCovered) ?? null

function headlineOf(
  { first, second, weeks, record }: DyadView,
  at: number,
  parts: readonly TermPart[],
  titles: ReadonlyMap<string, string>,
): string {
  const [before, week] = [weeks[at - 1], weeks[at]]
  const last = lastCoveredBefore(weeks, at)
  const fresh = parts.filter((part) => part.fresh)
  const strongest = before && displayOf(week.close - before.close) < 0 ? strongestDown : strongestUp
  return weekHeadline({
    name: `${countryName(first)}–${countryName(second)}`,
    weekId: week.weekId,
    covered: isCovered(week),
    inProgress: week.inProgress,
    close: week.close,
    band: week.figures.band,
    before: before ? { close: before.close, band: before.figures.band } : null,
    record: record && { since: record.since === null ? null : weekIdOf(record.since) },
    drivers: strongest(fresh, MOST_NAMED).flatMap(({ id }) => titles.get(id) ?? []),
    newIncidents: week.incidents,
    lastCovered: last && { weekId: last.weekId, close: last.close, band: last.figures.band.name },
  })
}
