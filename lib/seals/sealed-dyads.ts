import type { Reader, Transaction } from '@/lib/db/transaction'
import { inTransaction } from '@/lib/db/transaction'
import { instantOfWrite, lockDyad } from '@/lib/dyads/dyad-lock'
import { byCodeUnits, checksLeaf, dyadRoot, type Head, headLeaf, type SealedDyad } from './leaves'

/** The dyads that were written to since they were sealed last, by id: one read over the dyads. */
export async function changedDyads(reader: Reader): Promise<string[]> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dyad d WHERE d.last_write_at IS NOT NULL AND d.last_write_at IS DISTINCT FROM (
      SELECT s.at FROM seal_dyad s WHERE s.dyad_id = d.id ORDER BY s.seal_number DESC LIMIT 1)
    ORDER BY d.id`
  return rows.map(({ id }) => id)
}

/** What the latest seal of each dyad took of it, by id: one read over the dyads. */
export async function latestSealedDyads(reader: Reader): Promise<Map<string, SealedDyad>> {
  const rows = await reader.$queryRaw<SealedDyad[]>`
    SELECT s.dyad_id AS "dyadId", s.at, s.heads, s.root FROM dyad d CROSS JOIN LATERAL (
      SELECT * FROM seal_dyad o WHERE o.dyad_id = d.id ORDER BY o.seal_number DESC LIMIT 1) s`
  return new Map(rows.map((row) => [row.dyadId, row]))
}

async function headsOf(tx: Transaction, dyadId: string): Promise<Head[]> {
  const heads = await tx.$queryRaw<Head[]>`
    SELECT r.dyad_id AS "dyadId", r.incident_id AS "incidentId", r.revision, r.hash
    FROM incident i JOIN incident_revision r
      ON r.dyad_id = i.dyad_id AND r.incident_id = i.id AND r.revision = i.revision
    WHERE i.dyad_id = ${dyadId}`
  return heads.sort((a, b) => byCodeUnits(a.incidentId, b.incidentId))
}

/**
 * The root of a dyad as it stands, and the instant from which on it is final: every later write is later than that. Holds the
 * dyad's lock while it reads the heads, O(its incidents), in a transaction of its own.
 */
export async function sealDyad(dyadId: string): Promise<SealedDyad | null> {
  return inTransaction(async (tx) => {
    const dyad = await lockDyad(tx, dyadId, { create: false })
    if (!dyad) return null
    const heads = await headsOf(tx, dyadId)
    const checks = await tx.weeklyCheck.findMany({ where: { dyadId } })
    const at = await instantOfWrite(tx, dyad)
    return { dyadId, at, heads: heads.length, root: dyadRoot(heads.map(headLeaf), checksLeaf(checks)) }
  })
}
