import 'server-only'
import type { AsOf } from '@/lib/as-of/schema'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { isWeekId, weekEndOf, weekIdOf, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { displayOf, scoreOf, totalOn } from '@/lib/core/scoring'
import { countryName } from '@/lib/countries'
import { database } from '@/lib/db/client'
import { DeskError } from '@/lib/errors'
import { owedBy } from '@/lib/samples/blind'
import { deskHeadline } from './desk-headline'
import { deskRowsOf, type RankedCloses } from './desk-rows'
import { type DeskWeekSource, deskWeekSource } from './desk-source'
import type { DeskWeek, DeskWeekRow } from './desk-views'

const PAGE = 50

interface Asked {
  /** The latest covered week where it is left out. */
  week?: string
  after?: string
  asOf?: AsOf
  /** The dyads that are looked at; all where it is left out. */
  dyadIds?: readonly string[]
}

/**
 * The week of the desk: which dyads moved, how far, by what; those that moved most first, those that nobody checked last. What
 * counts now reads one small row a dyad of the weekly series, and the week's incidents of the page's dyads; as of a moment
 * it is computed in memory.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a week that is none or has not begun; INVALID as of a moment where the record is
 * too large for that.
 */
export async function deskWeek(viewer: Viewer, { week, after, asOf, dyadIds }: Asked = {}): Promise<DeskWeek> {
  authorize(viewer, 'dyad:read')
  const reader = await database()
  const source = await deskWeekSource(reader, asOf)
  const { today } = source
  const weekStart =
    week === undefined ? ((await source.latestCoveredWeek()) ?? weekStartOf(today)) : askedWeek(week, today)
  const inProgress = weekStart === weekStartOf(today) && today < weekEndOf(weekStart)
  const ranked = await rankedCloses(source, weekStart, inProgress, dyadIds ?? null)
  const from = startOf(ranked, after)
  const owed = await owedBy(reader, viewer)
  const of = { source, weekStart, over: !inProgress, owed }
  const page = ranked.slice(from, from + PAGE)
  const rows = await deskRowsOf(page, of)
  const counts = countsOf(ranked)
  const top = from === 0 ? rows.at(0) : (await deskRowsOf(ranked.slice(0, 1), of)).at(0)
  return {
    weekStart,
    weekId: weekIdOf(weekStart),
    inProgress,
    previous: ranked.length > 0 ? weekIdOf(weekStart - 7) : null,
    next: weekStart < weekStartOf(today) ? weekIdOf(weekStart + 7) : null,
    headline: deskHeadline({ weekId: weekIdOf(weekStart), inProgress, ...counts, most: mostOf(top) }),
    counts,
    rows,
    nextRows: ranked.length > from + PAGE ? encodeCursor(page[page.length - 1]) : null,
    asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
  }
}

function askedWeek(text: string, today: number): number {
  const week = isWeekId(text) ? weekStartFromId(text) : Number.NaN
  if (Number.isNaN(week) || week > today) throw new DeskError('NOT_FOUND', `There is no week ${text} yet.`)
  return week
}

const sizeOf = ({ covered, close, before1 }: RankedCloses): number =>
  covered && before1 !== null ? Math.abs(close - before1) : -1

/** Covered ones first, then by the size of the week's change, then by id. */
const byMovement = (a: RankedCloses, b: RankedCloses): number =>
  Number(b.covered) - Number(a.covered) || sizeOf(b) - sizeOf(a) || (a.dyadId < b.dyadId ? -1 : 1)

/** All dyads of the week that were ever covered, in order; the running week's closes are those of today. */
async function rankedCloses(
  source: DeskWeekSource,
  weekStart: number,
  inProgress: boolean,
  dyadIds: readonly string[] | null,
): Promise<RankedCloses[]> {
  const closes = (await source.closes(weekStart, dyadIds)).filter(({ coveredThrough }) => coveredThrough !== null)
  const methodOf = await source.methodsOf(closes)
  const days = inProgress
    ? await source.days(
        closes.map(({ dyadId }) => dyadId),
        weekStart,
      )
    : null
  const ranked = closes.map((row): RankedCloses => {
    const { parameters } = methodOf(row)
    const series = days?.get(row.dyadId)
    const close = series ? scoreOf(totalOn(series, source.today), parameters) : row.close
    return { ...row, close, parameters, covered: row.coveredThrough === weekStart }
  })
  return ranked.sort(byMovement)
}

function countsOf(ranked: readonly RankedCloses[]): DeskWeek['counts'] {
  const covered = ranked.filter((dyad) => dyad.covered)
  const moves = covered.map(({ close, before1 }) => (before1 === null ? 0 : displayOf(close - before1)))
  const [up, down] = [moves.filter((move) => move > 0).length, moves.filter((move) => move < 0).length]
  return {
    dyads: ranked.length,
    up,
    down,
    still: covered.length - up - down,
    notChecked: ranked.length - covered.length,
  }
}

function mostOf(row: DeskWeekRow | undefined) {
  if (!row || row.change1 === null) return null
  const { dyadId, close, band, change1: change, record } = row
  return { name: codesOf(dyadId).map(countryName).join('–'), close, change, band, record: record?.since === null }
}

const encodeCursor = ({ dyadId }: RankedCloses): string => Buffer.from(dyadId).toString('base64url')

/** Where the page after a cursor begins; a cursor that names no dyad of the week begins at the beginning. */
function startOf(ranked: readonly RankedCloses[], after: string | undefined): number {
  if (!after) return 0
  const dyadId = Buffer.from(after, 'base64url').toString('utf8')
  return ranked.findIndex((dyad) => dyad.dyadId === dyadId) + 1
}
