import type { Transaction } from '@/lib/db/transaction'
import type { StoredIncidentRow } from '@/lib/incidents/record'
import { type IncidentState, stateOf } from '@/lib/incidents/state'

/** Incidents that one step of a batch works on: about a second. */
export const STEP = 50

/** What a step did, and how many are left for the next. */
export interface BatchStep {
  done: number
  left: number
}

/** An incident of a batch, and the revision that it must still have. */
export interface BatchKey {
  dyadId: string
  id: string
  revision: number
}

/** The keys by dyad: each dyad is one transaction. */
export function byDyad(keys: BatchKey[]): Map<string, BatchKey[]> {
  const grouped = new Map<string, BatchKey[]>()
  for (const key of keys) grouped.set(key.dyadId, [...(grouped.get(key.dyadId) ?? []), key])
  return grouped
}

/** The rows of a locked dyad that are still at the revision of their key. */
export async function unchangedRows(tx: Transaction, dyadId: string, keys: BatchKey[]): Promise<StoredIncidentRow[]> {
  const revisions = new Map(keys.map(({ id, revision }) => [id, revision]))
  const rows = await tx.incident.findMany({
    where: { dyadId, id: { in: [...revisions.keys()] } },
    orderBy: { id: 'asc' },
  })
  return rows.filter((row) => row.revision === revisions.get(row.id))
}

/** The latest state of an incident, and what was in force before it. */
export interface Head {
  row: StoredIncidentRow
  state: IncidentState
  inForceBefore: number | null
}

/** The heads of some rows: one read of the two latest revisions of each, however long their histories are. */
export async function headsOf(tx: Transaction, dyadId: string, rows: StoredIncidentRow[]): Promise<Head[]> {
  if (rows.length === 0) return []
  const revisions = await tx.incidentRevision.findMany({
    where: {
      dyadId,
      OR: rows.map(({ id, revision }) => ({ incidentId: id, revision: { in: [revision - 1, revision] } })),
    },
  })
  const found = new Map(revisions.map((entry) => [`${entry.incidentId}@${entry.revision}`, entry]))
  return rows.map((row) => {
    const head = found.get(`${row.id}@${row.revision}`)
    if (!head) throw new Error(`incident ${row.id} has no revision ${row.revision}`)
    return { row, state: stateOf(head), inForceBefore: found.get(`${row.id}@${row.revision - 1}`)?.inForce ?? null }
  })
}
