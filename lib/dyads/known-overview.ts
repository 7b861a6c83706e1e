import type { AsOf } from '@/lib/as-of/schema'
import { dayOfInstant } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { type DailySeries, recordOf } from '@/lib/core/scoring'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { type Method, methodsOfSeries } from '@/lib/method/store'
import { knownRelation } from './known-relations'
import type { RecordRow } from './memory-source'
import { methodsOfThen } from './method-then'
import type { ClosePair, RankCursor, RankedDyad } from './overview-read'
import type { OverviewSource } from './overview-source'
import { sortedTerms, windowOfTerms } from './series-rebuild'
import { weekRowsOf } from './series-write'
import { namesAt, vintagesAt } from './vintages-at'
import type { StoredWeek } from './week-view'

/** Dyads and changes that an overview as of a moment is computed from at once: about a second of work. */
export const MOST_DYADS = 200
export const MOST_CHANGES = 100_000

/** A dyad as it was known: its weeks up to the running one, whole, and the daily points under them. */
export interface KnownDyad {
  dyadId: string
  method: Method
  rows: RecordRow[]
  weeks: StoredWeek[]
  series: DailySeries
}

/** The dyads of which something was known at a moment. */
async function knownIds(reader: Reader, moment: Date): Promise<{ id: string; methodId: string | null }[]> {
  const [{ changes }] = await reader.$queryRaw<{ changes: number }[]>`
    SELECT count(*)::int AS changes FROM (
      SELECT 1 FROM incident_vintage WHERE at <= ${moment} LIMIT ${MOST_CHANGES + 1}) v`
  const dyads = await reader.$queryRaw<{ id: string; methodId: string | null }[]>`
    SELECT id, method_id AS "methodId" FROM dyad d
    WHERE EXISTS (SELECT 1 FROM incident_vintage v WHERE v.dyad_id = d.id AND v.at <= ${moment})
      OR EXISTS (SELECT 1 FROM weekly_check c WHERE c.dyad_id = d.id AND c.at <= ${moment})
    ORDER BY id LIMIT ${MOST_DYADS + 1}`
  if (dyads.length <= MOST_DYADS && changes <= MOST_CHANGES) return dyads
  const message = `The overview can be asked for as of a moment with up to ${MOST_DYADS} dyads and ${MOST_CHANGES} changes; this record has more. Ask for single dyads as of then.`
  throw new DeskError('INVALID', message)
}

async function checksAt(reader: Reader, dyadIds: string[], moment: Date): Promise<Map<string, Set<number>>> {
  const checks = await reader.$queryRaw<{ dyadId: string; weekStart: number; checked: boolean }[]>`
    SELECT DISTINCT ON (dyad_id, week_start) dyad_id AS "dyadId", week_start AS "weekStart", checked FROM weekly_check
    WHERE dyad_id = ANY(${dyadIds}::text[]) AND at <= ${moment} ORDER BY dyad_id, week_start, revision DESC`
  const weeks = new Map<string, Set<number>>(dyadIds.map((id) => [id, new Set()]))
  for (const { dyadId, weekStart, checked } of checks) if (checked) weeks.get(dyadId)?.add(weekStart)
  return weeks
}

/**
 * The dyads of which something was known at a moment, in memory.
 * @throws DeskError INVALID where the record is too large for that.
 */
export async function knownDyads(reader: Reader, { moment, method: choice }: AsOf): Promise<KnownDyad[]> {
  const dyads = await knownIds(reader, moment)
  const ids = dyads.map(({ id }) => id)
  const then = choice === 'then' ? await methodsOfThen(reader, ids, moment) : null
  const now = await methodsOfSeries(reader, dyads)
  const [vintages, checks] = [await vintagesAt(reader, ids, moment), await checksAt(reader, ids, moment)]
  const horizon = weekStartOf(dayOfInstant(moment))
  return dyads.flatMap((dyad) => {
    const method = then ? then(dyad.id) : now(dyad)
    const rows = vintages.get(dyad.id)?.rows ?? []
    const window = windowOfTerms(
      sortedTerms(rows, method.parameters),
      checks.get(dyad.id) ?? new Set<number>(),
      horizon,
    )
    if (!window) return []
    const weeks = weekRowsOf(window, method.parameters).map((week) => ({ dyadId: dyad.id, ...week }))
    return [{ dyadId: dyad.id, method, rows, weeks, series: window.series }]
  })
}

/** The overview from what was known at a moment. */
export const knownOverview = async (reader: Reader, asOf: AsOf): Promise<OverviewSource> =>
  knownOverviewOf(reader, asOf, await knownDyads(reader, asOf))

/** All that is in memory answers like the statements of `overview-read`; where they say why, so does this. */
export function knownOverviewOf(reader: Reader, asOf: AsOf, known: readonly KnownDyad[]): OverviewSource {
  const dyads = new Map(known.map((dyad) => [dyad.dyadId, dyad]))
  const all = [...dyads.values()]
  const methods = new Map(all.map(({ method }) => [method.id, method]))
  const of = (dyadId: string) => dyads.get(dyadId) ?? null
  return {
    today: dayOfInstant(asOf.moment),
    latestCoveredWeek: async () => latestOf(all),
    ranked: async (week, after, limit) =>
      all
        .flatMap((dyad) => rankOf(dyad, week))
        .sort(byRank)
        .filter((ranked) => after === null || byRank(ranked, after) > 0)
        .slice(0, limit),
    pairs: async (week) => all.flatMap((dyad) => pairOf(dyad, week)),
    countNotChecked: async (week) => all.filter((dyad) => (weekOf(dyad, week)?.coveredThrough ?? week) < week).length,
    methodsOf: async () => (dyad) => {
      const method = methods.get(dyad.methodId ?? '')
      if (!method) throw new Error(`The method ${dyad.methodId} was not read.`)
      return method
    },
    weeks: async (shown) =>
      shown.flatMap(({ dyadId, shownWeek }) =>
        weeksBetween(of(dyadId), shownWeek - 7, shownWeek).map((week) => ({ ...week })),
      ),
    sparks: async (ids, afterWeek, lastWeek) =>
      ids.flatMap((id) => weeksBetween(of(id), afterWeek + 7, lastWeek).map((week) => ({ ...week }))),
    days: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const dyad = of(id)
          return dyad ? [[id, dyad.series] as const] : []
        }),
      ),
    records: async (shown) =>
      new Map(
        shown.flatMap(({ dyadId, shownWeek }) => {
          const weeks = of(dyadId)?.weeks ?? []
          const record = recordOf(
            weeks,
            weeks.findIndex(({ weekStart }) => weekStart === shownWeek),
          )
          return record ? [[dyadId, { since: record.since, began: record.began }] as const] : []
        }),
      ),
    lastIncidentDays: async (ids, upTo) =>
      new Map(
        ids.flatMap((id) => {
          const days = (of(id)?.rows ?? []).map(({ startDay }) => startDay).filter((day) => day <= upTo)
          return days.length === 0 ? [] : [[id, days.reduce((last, day) => Math.max(last, day))] as const]
        }),
      ),
    latestCoveredWeekOf: async (country) => latestOf(all.filter(({ dyadId }) => isOf(country, dyadId))),
    relations: async (country, week) =>
      all
        .filter(({ dyadId }) => isOf(country, dyadId))
        .flatMap((dyad) => knownRelation(dyad.dyadId, dyad.method.id, dyad.weeks, week)),
    closeCells: async (shown) =>
      new Map(
        shown.flatMap(({ dyadId, shownWeek }) =>
          weeksBetween(of(dyadId), shownWeek, shownWeek).map(({ closeCells }) => [dyadId, closeCells] as const),
        ),
      ),
    names: (keys) => namesAt(reader, keys, asOf.moment),
  }
}

const isOf = (country: string, dyadId: string): boolean => codesOf(dyadId).includes(country)

const latestOf = (dyads: readonly KnownDyad[]): number | null =>
  dyads.reduce<number | null>((latest, { weeks }) => {
    const covered = weeks[weeks.length - 1].coveredThrough
    return covered !== null && (latest === null || covered > latest) ? covered : latest
  }, null)

const weekOf = ({ weeks }: KnownDyad, weekStart: number): StoredWeek | undefined =>
  weeks[(weekStart - weeks[0].weekStart) / 7]

const weeksBetween = (dyad: KnownDyad | null, from: number, to: number): StoredWeek[] =>
  (dyad?.weeks ?? []).filter(({ weekStart }) => weekStart >= from && weekStart <= to)

/** Those that were checked first, then by tension, then by id. */
const byRank = (a: RankCursor, b: RankCursor): number =>
  Number(b.covered) - Number(a.covered) || b.rank - a.rank || (a.dyadId < b.dyadId ? -1 : Number(a.dyadId > b.dyadId))

function rankOf(dyad: KnownDyad, week: number): RankedDyad[] {
  const shownWeek = weekOf(dyad, week)?.coveredThrough ?? null
  const shown = shownWeek === null ? undefined : weekOf(dyad, shownWeek)
  if (shownWeek === null || !shown) return []
  const { dyadId, method } = dyad
  return [{ dyadId, shownWeek, covered: shownWeek === week, rank: shown.close, methodId: method.id }]
}

function pairOf(dyad: KnownDyad, week: number): ClosePair[] {
  const own = weekOf(dyad, week)
  if (own?.coveredThrough !== week) return []
  const before = weekOf(dyad, week - 7)
  const record = recordOf(dyad.weeks, dyad.weeks.indexOf(own))
  const { dyadId, method } = dyad
  return [
    {
      dyadId,
      close: own.close,
      before: before?.close ?? null,
      isRecord: record !== null && record.since === null,
      methodId: method.id,
    },
  ]
}
