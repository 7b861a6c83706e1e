import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import type { RecordRow } from './memory-source'
import type { ContextMark } from './views'

/** The incidents of some dyads that were in force at a moment, by dyad. */
export type VintagesAt = Map<string, { rows: RecordRow[]; context: ContextMark[] }>

/** One incident as the statement below gives it: text and numbers in a fixed order, for there may be ten thousand. */
type Packed = [
  id: string,
  inForce: number,
  context: 0 | 1,
  actor: string,
  target: string | null,
  mutual: 0 | 1,
  category: string | null,
  rung: number | null,
  persistence: string | null,
  startDay: number,
  endDay: number | null,
  ongoing: 0 | 1,
  grades: string,
  credibility: number,
  title: string | null,
]

/**
 * What counted in some dyads at a moment: one statement that walks the key of the vintages backwards and keeps the first of
 * each incident. Costs O(vintages of those dyads); rows come as one packed text a dyad.
 */
export async function vintagesAt(reader: Reader, dyadIds: string[], moment: Date): Promise<VintagesAt> {
  const packed = await reader.$queryRaw<{ dyadId: string; rows: string }[]>`
    SELECT dyad_id AS "dyadId", json_agg(json_build_array(incident_id, in_force, (kind = 'context')::int, actor, target,
      mutual::int, category, rung, persistence, start_day, end_day, ongoing::int, grades, credibility,
      CASE WHEN kind = 'context' THEN title END))::text AS rows
    FROM (
      SELECT DISTINCT ON (dyad_id, incident_id) * FROM incident_vintage
      WHERE ${ofDyads(dyadIds)} AND at <= ${moment} ORDER BY dyad_id DESC, incident_id DESC, revision DESC
    ) v WHERE status = 'approved' GROUP BY dyad_id`
  return new Map(packed.map(({ dyadId, rows }) => [dyadId, unpacked(dyadId, JSON.parse(rows) as Packed[])]))
}

/** One dyad by equality, which lets the key be walked. */
const ofDyads = (dyadIds: string[]) =>
  dyadIds.length === 1 ? Prisma.sql`dyad_id = ${dyadIds[0]}` : Prisma.sql`dyad_id = ANY(${dyadIds}::text[])`

function unpacked(dyadId: string, packed: Packed[]): { rows: RecordRow[]; context: ContextMark[] } {
  const rows: RecordRow[] = []
  const context: ContextMark[] = []
  for (const entry of packed) {
    const [id, , isContext, actor, , , , , , startDay, , , , , title] = entry
    if (isContext === 1) context.push({ id, day: startDay, actor, title: title ?? '' })
    else rows.push(rowOf(dyadId, entry))
  }
  context.sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1))
  return { rows, context }
}

function rowOf(dyadId: string, packed: Packed): RecordRow {
  const [id, inForce, , actor, target, mutual, category, rung, persistence, startDay, endDay, ongoing, grades] = packed
  return {
    dyadId,
    id,
    stateRevision: inForce,
    kind: 'incident',
    status: 'approved',
    actor,
    target,
    mutual: mutual === 1,
    category,
    rung,
    persistence,
    startDay,
    endDay,
    ongoing: ongoing === 1,
    grades,
    credibility: packed[13],
  }
}

/** What an incident was called, and when it was. */
type Named = { title: string; code: string; day: number }

/** What some incidents were called at a moment, by `dyad/id`: one step down the key for each. */
export async function namesAt(
  reader: Reader,
  keys: readonly { dyadId: string; id: string }[],
  moment: Date,
): Promise<Map<string, Named>> {
  if (keys.length === 0) return new Map()
  const [dyadIds, ids] = [keys.map(({ dyadId }) => dyadId), keys.map(({ id }) => id)]
  const rows = await reader.$queryRaw<{ key: string; title: string; code: string | null; day: number }[]>`
    SELECT k.dyad_id || '/' || k.id AS key, v.title, v.code, v.start_day AS day
    FROM unnest(${dyadIds}::text[], ${ids}::text[]) AS k(dyad_id, id)
    CROSS JOIN LATERAL (
      SELECT title, code, start_day FROM incident_vintage
      WHERE dyad_id = k.dyad_id AND incident_id = k.id AND at <= ${moment} ORDER BY revision DESC LIMIT 1) v`
  return new Map(rows.map(({ key, title, code, day }) => [key, { title, code: code ?? '', day }]))
}
