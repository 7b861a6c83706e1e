import { weekStartOf } from '@/lib/core/calendar'
import { addTerm, inflowCellsOf, type Term } from '@/lib/core/scoring'
import type { Transaction } from '@/lib/db/transaction'
import type { Method } from '@/lib/method/store'
import type { LockedDyad } from './dyad-lock'
import { rebuildSeries } from './series-rebuild'
import { readWindow, type SeriesWindow } from './series-window'
import { writeWindow } from './series-write'

/** Weeks that the stored series runs ahead of today, so that time passing changes no row. See `extendDyads`. */
export const WEEKS_AHEAD = 26

/** Monday of the last week that a fresh series holds. */
export const horizonOf = (today: number): number => weekStartOf(today) + 7 * WEEKS_AHEAD

/** A change to the terms of a dyad: what an incident added before, and what it adds now. */
export interface TermChange {
  before: Term | null
  after: Term | null
}

function addInflow(window: SeriesWindow, term: Term, sign: 1 | -1): void {
  const week = window.weeks[(weekStartOf(term.startDay) - window.series.firstDay) / 7]
  if (!week) return
  const cells = inflowCellsOf([term], week.weekStart, week.weekStart + 6)
  week.inflowCells = week.inflowCells.map((points, cell) => points + sign * cells[cell])
  week.incidents += sign
}

/** The strongest incident of each week that the change touches: read from the record, bounded by the week. */
async function refreshDrivers(
  tx: Transaction,
  dyadId: string,
  window: SeriesWindow,
  mondays: Set<number>,
): Promise<void> {
  for (const week of window.weeks) {
    if (!mondays.has(week.weekStart)) continue
    const [driver] = await tx.$queryRaw<{ id: string; points: number }[]>`
      SELECT id, points FROM incident
      WHERE dyad_id = ${dyadId} AND start_day BETWEEN ${week.weekStart} AND ${week.weekStart + 6}
        AND status = 'approved' AND kind = 'incident'
      ORDER BY abs(points) DESC, start_day, id COLLATE "C" LIMIT 1`
    week.driverId = driver?.id ?? null
    week.driverPoints = driver?.points ?? null
  }
}

/**
 * Brings the stored series of a locked dyad in line with some changes, in O(days from the earliest on), whatever the log
 * holds. The incidents' own rows must be written already. Equals a rebuild to the last bit, for sums are exact (`quantise`).
 */
export async function applyTermChanges(
  tx: Transaction,
  dyad: LockedDyad,
  changes: TermChange[],
  method: Method,
  today: number,
): Promise<void> {
  const counting = changes.filter(({ before, after }) => before !== null || after !== null)
  if (counting.length === 0) return
  const stored = storedRange(dyad, method, today)
  // Also where nothing changes by this method: it may by the one that made what is stored.
  if (!stored) return rebuildSeries(tx, dyad, method, horizonOf(today))
  const real = counting.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  const terms = real.flatMap(({ before, after }) => [before, after].filter((term) => term !== null))
  if (terms.length === 0) return
  const firstDay = terms.reduce((least, term) => Math.min(least, term.startDay), Number.POSITIVE_INFINITY)
  // A record that now begins earlier is read from its new first week, so that no week is missing in between.
  const window = await readWindow(tx, dyad.id, stored.to, firstDay)
  for (const { before, after } of real) {
    if (before) {
      addTerm(window.series, before, -1)
      addInflow(window, before, -1)
    }
    if (after) {
      addTerm(window.series, after)
      addInflow(window, after, 1)
    }
  }
  await refreshDrivers(tx, dyad.id, window, new Set(terms.map((term) => weekStartOf(term.startDay))))
  await writeFrom(tx, dyad, stored, window, method)
}

/** Marks a week of a locked dyad as checked or not, in its stored series. The check's own row must be written already. */
export async function applyCheck(
  tx: Transaction,
  dyad: LockedDyad,
  check: { weekStart: number; checked: boolean },
  method: Method,
  today: number,
): Promise<void> {
  const stored = storedRange(dyad, method, today)
  if (!stored) return rebuildSeries(tx, dyad, method, horizonOf(today))
  const window = await readWindow(tx, dyad.id, stored.to, check.weekStart)
  window.weeks[0].checked = check.checked
  await writeFrom(tx, dyad, stored, window, method)
}

/** The weeks that are stored, if they can be kept up: made by this method, and reaching past tomorrow's week. */
function storedRange(dyad: LockedDyad, method: Method, today: number): { from: number; to: number } | null {
  const { seriesFrom, seriesTo } = dyad
  if (seriesFrom === null || seriesTo === null) return null
  if (dyad.methodId !== method.id || seriesTo < weekStartOf(today + 7)) return null
  return { from: seriesFrom, to: seriesTo }
}

/** Writes the window, and lets the record begin with its first covered week again, earlier or later than before. */
async function writeFrom(
  tx: Transaction,
  dyad: LockedDyad,
  stored: { from: number },
  window: SeriesWindow,
  method: Method,
): Promise<void> {
  const from = window.weeks[0].weekStart
  if (from > stored.from) return writeWindow(tx, dyad.id, window, method.parameters)
  const firstCovered = window.weeks.findIndex((week) => week.checked || week.incidents > 0)
  // The first week lost its only incident or check: rare, so the series is made anew rather than cut.
  if (firstCovered !== 0) return rebuildSeries(tx, dyad, method, window.weeks[window.weeks.length - 1].weekStart)
  await writeWindow(tx, dyad.id, window, method.parameters)
  if (from < stored.from) await tx.dyad.update({ where: { id: dyad.id }, data: { seriesFrom: from } })
}
