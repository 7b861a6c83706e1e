import { weekStartOf } from '@/lib/core/calendar'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'

/** A dyad's place in the overview of a week. `rank` is the close of `shownWeek`, the last covered week up to that one. */
export interface RankedDyad {
  dyadId: string
  shownWeek: number
  covered: boolean
  rank: number
  /** The method that made its series. */
  methodId: string | null
}

/** Two closes of a dyad: what the counts above the table are made from. */
export interface ClosePair {
  dyadId: string
  close: number
  before: number | null
  isRecord: boolean
  methodId: string | null
}

/** Where a page of the overview ended. */
export interface RankCursor {
  covered: boolean
  rank: number
  dyadId: string
}

/** The latest covered week of any dyad, up to the running one; null where nothing is covered. One entry a dyad is read. */
export async function latestCoveredWeek(reader: Reader, today: number): Promise<number | null> {
  const [row] = await reader.$queryRaw<{ week: number | null }[]>`
    SELECT max(covered_through) AS week FROM dyad_week WHERE week_start = ${weekStartOf(today)}`
  return row?.week ?? null
}

/**
 * The dyads of a week, those that were checked first, by tension. Reads one row a dyad of the weekly series and one more of
 * those not checked.
 */
export async function rankedDyads(
  reader: Reader,
  week: number,
  after: RankCursor | null,
  limit: number,
): Promise<RankedDyad[]> {
  const cursor = after
    ? Prisma.sql`WHERE (NOT r.covered, -r.rank, r."dyadId") > (${!after.covered}, ${-after.rank}::double precision, ${after.dyadId})`
    : Prisma.empty
  return reader.$queryRaw<RankedDyad[]>`
    SELECT * FROM (
      SELECT w.dyad_id AS "dyadId", w.covered_through AS "shownWeek", w.covered_through = ${week} AS covered, s.close AS rank,
        d.method_id AS "methodId"
      FROM dyad_week w JOIN dyad_week s ON s.dyad_id = w.dyad_id AND s.week_start = w.covered_through
      JOIN dyad d ON d.id = w.dyad_id
      WHERE w.week_start = ${week}
    ) r ${cursor} ORDER BY NOT r.covered, -r.rank, r."dyadId" LIMIT ${limit}`
}

/** The closes of all dyads that were checked in a week, with those of the week before: small rows, one a dyad. */
export async function closePairs(reader: Reader, week: number): Promise<ClosePair[]> {
  return reader.$queryRaw<ClosePair[]>`
    SELECT w.dyad_id AS "dyadId", w.close, p.close AS before, d.method_id AS "methodId",
      w.close > p.close AND NOT EXISTS (
        SELECT 1 FROM dyad_week e WHERE e.dyad_id = w.dyad_id AND e.week_start < ${week} AND e.close >= w.close
      ) AS "isRecord"
    FROM dyad_week w JOIN dyad d ON d.id = w.dyad_id
    LEFT JOIN dyad_week p ON p.dyad_id = w.dyad_id AND p.week_start = ${week - 7}
    WHERE w.week_start = ${week} AND w.covered_through = ${week}`
}

/** How many dyads have a last covered week before this one. */
export async function countNotChecked(reader: Reader, week: number): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM dyad_week WHERE week_start = ${week} AND covered_through < ${week}`
  return row?.count ?? 0
}

/** For each dyad and its shown week: the latest earlier week with a close at least as high, and the first week. */
export async function recordsOf(
  reader: Reader,
  shown: { dyadId: string; shownWeek: number }[],
): Promise<Map<string, { since: number | null; began: number }>> {
  const rows = await reader.$queryRaw<{ dyadId: string; since: number | null; began: number }[]>`
    SELECT d.id AS "dyadId", d.series_from AS began, (
      SELECT max(e.week_start) FROM dyad_week e
      WHERE e.dyad_id = d.id AND e.week_start < s.week AND e.close >= w.close) AS since
    FROM jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) AS k("dyadId" text, "shownWeek" int)
    CROSS JOIN LATERAL (SELECT k."shownWeek" AS week) s
    JOIN dyad d ON d.id = k."dyadId"
    JOIN dyad_week w ON w.dyad_id = d.id AND w.week_start = s.week
    JOIN dyad_week p ON p.dyad_id = d.id AND p.week_start = s.week - 7 AND p.close < w.close`
  return new Map(rows.map(({ dyadId, since, began }) => [dyadId, { since, began }]))
}

/** The day of each dyad's latest approved incident up to a day: one index entry a dyad. */
export async function lastIncidentDays(reader: Reader, dyadIds: string[], upTo: number): Promise<Map<string, number>> {
  const rows = await reader.$queryRaw<{ dyadId: string; day: number }[]>`
    SELECT k.id AS "dyadId", l.start_day AS day FROM unnest(${dyadIds}::text[]) AS k(id)
    CROSS JOIN LATERAL (
      SELECT start_day FROM incident
      WHERE dyad_id = k.id AND start_day <= ${upTo} AND status = 'approved' AND kind = 'incident'
      ORDER BY start_day DESC LIMIT 1) l`
  return new Map(rows.map(({ dyadId, day }) => [dyadId, day]))
}
