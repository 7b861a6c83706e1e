import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { columnsOf } from '@/lib/incidents/columns'
import { incidentRows } from '@/lib/incidents/rows'
import { stateOf } from '@/lib/incidents/state'
import type { Method } from '@/lib/method/store'
import type { RecordRow } from './memory-source'
import { termOfRow } from './series-rebuild'
import type { SourcedRow } from './series-source'

/**
 * List entries of some incidents as the revisions say that a record is made of, not as they are now; in the order of the
 * rows. Two reads, bounded by them.
 */
export async function rowsOfStates(
  reader: Reader,
  dyadId: string,
  rows: readonly RecordRow[],
  method: Method,
): Promise<SourcedRow[]> {
  if (rows.length === 0) return []
  const revisions = await reader.$queryRaw<StateRow[]>`
    SELECT r.incident_id AS "incidentId", r.revision, r.state, r.at, i.created_by AS "createdById"
    FROM incident_revision r JOIN incident i ON i.dyad_id = r.dyad_id AND i.id = r.incident_id
    WHERE r.dyad_id = ${dyadId} AND (r.incident_id, r.revision) IN (${Prisma.join(
      rows.map(({ id, stateRevision }) => Prisma.sql`(${id}, ${stateRevision}::int)`),
    )})`
  const byId = new Map(revisions.map((revision) => [revision.incidentId, revision]))
  const found = rows.flatMap((row) => {
    const revision = byId.get(row.id)
    return revision ? [{ row, revision, state: stateOf(revision) }] : []
  })
  const stored = found.map(({ row, revision, state }) => ({
    ...columnsOf(state, method.parameters),
    dyadId,
    id: row.id,
    revision: revision.revision,
    headStatus: state.status,
    inForce: state.status === 'approved' ? revision.revision : null,
    proposal: null,
    selfApproved: state.selfApproved ?? false,
    points: termOfRow(row, method.parameters)?.points ?? 0,
    createdById: revision.createdById,
    updatedAt: revision.at,
  }))
  const entries = await incidentRows(reader, stored)
  return entries.map((row, index) => ({ row, sources: found[index].state.input.sources.length }))
}

interface StateRow {
  incidentId: string
  revision: number
  state: unknown
  at: Date
  createdById: string | null
}
