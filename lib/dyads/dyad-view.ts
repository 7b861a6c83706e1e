import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { isWeekId, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { bandOfScore, bandsOf, recordOf } from '@/lib/core/scoring'
import { DeskError } from '@/lib/errors'
import { type Reading, type SeriesSource, sourceOf } from './series-source'
import type { DyadView, WeekView } from './views'
import { weekViewOf } from './week-view'

/** Incidents that a chart may mark: the strongest drivers of its weeks. */
const MOST_MARKERS = 60
const MOST_CONTEXT = 200

/** The latest week that is done with: a running week without a look is not late yet. */
export const lateSince = (coveredThrough: number | null, today: number): number | null =>
  coveredThrough !== null && coveredThrough < weekStartOf(today) - 7 ? coveredThrough + 7 : null

/**
 * A dyad's page. What counts now is one read of its weekly series, whatever its log holds; another reading is computed in
 * O(its incidents × days). Opens at the last covered week, or at `week`.
 * @throws DeskError FORBIDDEN; INVALID as `sourceOf`; NOT_FOUND for a dyad of which nothing is known in that reading, or a week
 * outside its record.
 */
export async function dyadView(
  viewer: Viewer,
  dyadId: string,
  { week, ...reading }: { week?: string } & Reading = {},
): Promise<DyadView> {
  authorize(viewer, 'dyad:read')
  const source = await sourceOf(viewer, dyadId, reading)
  return { ...(await viewOf(source, week)), ...readingOf(reading) }
}

const readingOf = ({ asOf, unreviewed = false }: Reading): Pick<DyadView, 'asOf' | 'unreviewed'> => ({
  asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
  unreviewed,
})

/** The page's figures by whatever source. */
async function viewOf(source: SeriesSource, week: string | undefined): Promise<Omit<DyadView, 'asOf' | 'unreviewed'>> {
  const { dyadId, method, today } = source
  const stored = await source.weeks()
  const last = stored.at(-1)
  if (!last) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
  const names = await source.names(stored.map(({ driverId }) => driverId).filter((id) => id !== null))
  const weeks = stored.map((entry, index) =>
    weekViewOf(entry, index > 0 ? stored[index - 1].close : null, today, method.parameters, names),
  )
  const index = indexOfShown(weeks, last.coveredThrough, week)
  // A week that is not over has no close yet to set a record with.
  const record = weeks[index].inProgress ? null : recordOf(weeks, index)
  const [first, second] = codesOf(dyadId)
  return {
    dyadId,
    first,
    second,
    methodId: method.id,
    methodHash: method.hash,
    bands: bandsOf(method.parameters),
    shown: weeks[index],
    weeks,
    notCheckedSince: lateSince(last.coveredThrough, today),
    today: { day: today, score: last.close, band: bandOfScore(last.close, method.parameters).name },
    record: record && { since: record.since, began: record.began },
    began: weeks[0].weekStart,
    markers: markersOf(weeks),
    context: await source.context(MOST_CONTEXT),
  }
}

function indexOfShown(weeks: WeekView[], coveredThrough: number | null, week: string | undefined): number {
  const wanted = week === undefined ? (coveredThrough ?? weeks[weeks.length - 1].weekStart) : weekOf(week)
  const index = (wanted - weeks[0].weekStart) / 7
  if (!weeks[index]) throw new DeskError('NOT_FOUND', `The record has no week ${week}.`)
  return index
}

function weekOf(text: string): number {
  if (!isWeekId(text)) throw new DeskError('NOT_FOUND', `${text} is not an ISO week.`)
  return weekStartFromId(text)
}

function markersOf(weeks: WeekView[]): DyadView['markers'] {
  const driven = weeks.flatMap(({ weekStart, driver }) => (driver ? [{ weekStart, ...driver }] : []))
  return driven.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, MOST_MARKERS)
}
