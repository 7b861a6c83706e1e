import { weekIdOf } from '@/lib/core/calendar'
import { type MethodParameters, type Term, weekFiguresOf } from '@/lib/core/scoring'
import type { Dyad, DyadWeek, DyadWeekDays } from '@/lib/db/generated/client'
import { windowOfTerms } from '@/lib/dyads/series-rebuild'
import { encodeDays, type SeriesWindow } from '@/lib/dyads/series-window'
import { columnFaults, differs, type Fault } from './fault'

/** The series of a dyad as it is stored, weeks in order. */
export interface StoredSeries {
  dyad: Dyad
  weeks: DyadWeek[]
  days: DyadWeekDays[]
}

/** The rows of a window as they should be stored. */
function* rowsOf({ series, weeks }: SeriesWindow, parameters: MethodParameters) {
  let coveredThrough: number | null = null
  for (const week of weeks) {
    if (week.checked || week.incidents > 0) coveredThrough = week.weekStart
    const { close, high, highDay, low, mean, closeCells } = weekFiguresOf(series, week.weekStart, parameters)
    yield { ...week, close, high, highDay, low, mean, closeCells, coveredThrough }
  }
}

/** Compares the stored series of a dyad with the one that its terms and checks give, week by week, to the last bit. */
export function* seriesFaults(
  { dyad, weeks, days }: StoredSeries,
  terms: Term[],
  checked: Set<number>,
  parameters: MethodParameters,
): Generator<Fault> {
  const window = dyad.seriesTo === null ? null : windowOfTerms(terms, checked, dyad.seriesTo)
  if (!window && (terms.length > 0 || checked.size > 0)) yield { place: dyad.id, what: 'its series is not stored' }
  const mondays = window?.weeks.map(({ weekStart }) => weekStart) ?? []
  const [from, to] = [mondays.at(0) ?? null, mondays.at(-1) ?? null]
  if (dyad.seriesFrom !== from) yield differs(dyad.id, 'its stored series begins elsewhere', dyad.seriesFrom, from)
  if (dyad.seriesTo !== to) yield differs(dyad.id, 'its stored series ends elsewhere', dyad.seriesTo, to)
  yield* strayFaults(dyad.id, new Set(mondays), weeks, days)
  if (window) yield* weekFaults(dyad.id, window, { weeks, days }, parameters)
}

function* weekFaults(
  dyadId: string,
  window: SeriesWindow,
  { weeks, days }: Omit<StoredSeries, 'dyad'>,
  parameters: MethodParameters,
): Generator<Fault> {
  const storedWeeks = new Map(weeks.map((week) => [week.weekStart, week]))
  const storedDays = new Map(days.map((row) => [row.weekStart, row.cells]))
  for (const row of rowsOf(window, parameters)) {
    const place = `${dyadId}, stored week ${weekIdOf(row.weekStart)}`
    const stored = storedWeeks.get(row.weekStart)
    if (stored) yield* columnFaults(place, stored, row)
    else yield { place, what: 'it is missing' }
    const cells = storedDays.get(row.weekStart)
    if (!cells) yield { place, what: 'its days are missing' }
    else if (!encodeDays(window.series, row.weekStart).equals(cells))
      yield { place, what: 'its days are not what the record gives' }
  }
}

function* strayFaults(
  dyadId: string,
  expected: Set<number>,
  weeks: DyadWeek[],
  days: DyadWeekDays[],
): Generator<Fault> {
  for (const { weekStart } of [...weeks, ...days]) {
    if (expected.has(weekStart)) continue
    yield { place: `${dyadId}, stored week ${weekIdOf(weekStart)}`, what: 'it lies outside of the series' }
    return
  }
}
