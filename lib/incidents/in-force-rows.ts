import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { Reader } from '@/lib/db/transaction'
import { maskedFor } from '@/lib/samples/blind'
import type { IncidentRow } from './views'

/**
 * Rows as they stand by what is in force, with nothing of what is proposed beyond it: neither that something is, nor when or how
 * often somebody wrote to it. One more read, bounded by the rows; a row of which nothing is in force is left as it is.
 */
export async function inForceRows<R extends IncidentRow>(reader: Reader, rows: R[]): Promise<R[]> {
  const beyond = rows.filter(({ inForce, revision }) => inForce !== null && inForce !== revision)
  if (beyond.length === 0) return rows
  const revisions = await reader.incidentRevision.findMany({
    where: { OR: beyond.map(({ dyadId, id, inForce }) => ({ dyadId, incidentId: id, revision: inForce ?? 0 })) },
    select: { dyadId: true, incidentId: true, at: true },
  })
  const written = new Map(revisions.map(({ dyadId, incidentId, at }) => [`${dyadId}/${incidentId}`, at.toISOString()]))
  return rows.map((row) => {
    const updatedAt = written.get(`${row.dyadId}/${row.id}`)
    if (updatedAt === undefined || row.inForce === null) return row
    return { ...row, revision: row.inForce, headStatus: row.status, proposal: null, updatedAt }
  })
}

/**
 * Rows as a viewer may see them: those who may not see unpublished work see what is in force alone, and nobody the coding of an
 * incident that they are to code anew.
 */
export async function rowsFor<R extends IncidentRow>(
  viewer: Viewer,
  reader: Reader,
  rows: R[],
): Promise<(R & { withheld?: true })[]> {
  const shown = may(viewer, 'incident:read-unpublished') ? rows : await inForceRows(reader, rows)
  return maskedFor(reader, viewer, shown)
}
