import type { Reader } from '@/lib/db/transaction'

/** The weeks up to the asked-for one that a spark line of a relation is drawn from. */
export const RELATION_WEEKS = 26

/** A dyad of one country in a week: its shown week (the last covered one), the close before that, and a year's half of closes. */
export interface RelationRow {
  dyadId: string
  methodId: string | null
  shownWeek: number
  close: number
  closeCells: number[]
  /** Close of the week before the shown one; null in the first week of the record. */
  before: number | null
  /** The last weeks up to the asked-for one, oldest first: the record may hold fewer than `RELATION_WEEKS`. */
  spark: { weekStart: number; close: number; incidents: number; checked: boolean }[]
}

interface StoredRelation extends Omit<RelationRow, 'spark'> {
  weeks: number[]
  closes: number[]
  incidents: number[]
  checked: number[]
}

/**
 * The dyads of a country in a week: one statement, which reads a row a dyad of the desk and 28 weeks of each of the country's.
 * Dyads without a covered week up to that one are left out. In no order.
 */
export async function relationsOf(reader: Reader, code: string, week: number): Promise<RelationRow[]> {
  const rows = await reader.$queryRaw<StoredRelation[]>`
    SELECT d.id AS "dyadId", d.method_id AS "methodId", w.covered_through AS "shownWeek", s.close,
      s.close_cells AS "closeCells", p.close AS before, k.weeks, k.closes, k.incidents, k.checked
    FROM dyad d
    JOIN dyad_week w ON w.dyad_id = d.id AND w.week_start = ${week}
    JOIN dyad_week s ON s.dyad_id = d.id AND s.week_start = w.covered_through
    LEFT JOIN dyad_week p ON p.dyad_id = d.id AND p.week_start = w.covered_through - 7
    CROSS JOIN LATERAL (
      SELECT array_agg(e.week_start ORDER BY e.week_start) AS weeks, array_agg(e.close ORDER BY e.week_start) AS closes,
        array_agg(e.incidents ORDER BY e.week_start) AS incidents, array_agg(e.checked::int ORDER BY e.week_start) AS checked
      FROM dyad_week e
      WHERE e.dyad_id = d.id AND e.week_start > ${week - 7 * RELATION_WEEKS} AND e.week_start <= ${week}) k
    WHERE d.first = ${code} OR d.second = ${code}`
  return rows.map(({ weeks, closes, incidents, checked, ...row }) => ({
    ...row,
    spark: weeks.map((weekStart, index) => ({
      weekStart,
      close: closes[index],
      incidents: incidents[index],
      checked: checked[index] === 1,
    })),
  }))
}

/** The latest covered week of any dyad of a country, up to the running one; null where nothing of it is covered. */
export async function latestCoveredOf(reader: Reader, code: string, running: number): Promise<number | null> {
  const [row] = await reader.$queryRaw<{ week: number | null }[]>`
    SELECT max(w.covered_through) AS week FROM dyad d JOIN dyad_week w ON w.dyad_id = d.id AND w.week_start = ${running}
    WHERE d.first = ${code} OR d.second = ${code}`
  return row?.week ?? null
}

/** A week of a dyad as a line needs it, with the incident that added most. */
export interface LineWeek {
  dyadId: string
  weekStart: number
  close: number
  incidents: number
  checked: boolean
  driverId: string | null
  driverPoints: number | null
}

/** The whole weekly series of some dyads up to a week, oldest first: one statement of narrow rows. */
export function linesOf(reader: Reader, dyadIds: string[], lastWeek: number): Promise<LineWeek[]> {
  return reader.$queryRaw<LineWeek[]>`
    SELECT dyad_id AS "dyadId", week_start AS "weekStart", close, incidents, checked, driver_id AS "driverId",
      driver_points AS "driverPoints"
    FROM dyad_week WHERE dyad_id = ANY(${dyadIds}::text[]) AND week_start <= ${lastWeek} ORDER BY week_start, dyad_id`
}

/** The points at the close of one week each of some dyads, by cell, by dyad: one statement. */
export async function closeCellsOf(
  reader: Reader,
  shown: readonly { dyadId: string; shownWeek: number }[],
): Promise<Map<string, number[]>> {
  const [ids, weeks] = [shown.map(({ dyadId }) => dyadId), shown.map(({ shownWeek }) => shownWeek)]
  const rows = await reader.$queryRaw<{ dyadId: string; cells: number[] }[]>`
    SELECT w.dyad_id AS "dyadId", w.close_cells AS cells
    FROM unnest(${ids}::text[], ${weeks}::int[]) AS k(id, week)
    JOIN dyad_week w ON w.dyad_id = k.id AND w.week_start = k.week`
  return new Map(rows.map(({ dyadId, cells }) => [dyadId, cells]))
}
