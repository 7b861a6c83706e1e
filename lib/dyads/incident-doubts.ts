import type { Confidence, Reliability } from '@/lib/core/codebook'
import type { Reader } from '@/lib/db/transaction'
import { startInterval } from '@/lib/incidents/columns'
import { stateOf } from '@/lib/incidents/state'
import type { RecordRow } from './memory-source'

/** A source of an incident: who reports it, and how reliable that is. */
export interface OutletGrade {
  outlet: string
  reliability: Reliability
}

/** What a record says of an incident beside what the score reads: what an interval draws, and who reports it. */
export interface IncidentDoubts {
  id: string
  /** The first and the last day on which it may have begun; both its start where the date is exact. */
  earliestDay: number
  latestDay: number
  /** How sure the coder is of the rung. */
  confidence: Confidence
  /** In the order in which the incident names them. */
  sources: OutletGrade[]
}

/** Of the incidents of a dyad that count now. Two reads, O(its incidents). */
export async function doubtsInForce(reader: Reader, dyadId: string): Promise<IncidentDoubts[]> {
  const rows = await reader.incident.findMany({
    where: { dyadId, status: 'approved', kind: 'incident' },
    select: { id: true, earliestDay: true, latestDay: true, confidence: true },
  })
  const sources = await reader.incidentSource.findMany({
    where: { dyadId },
    orderBy: [{ incidentId: 'asc' }, { ordinal: 'asc' }],
    select: { incidentId: true, outlet: true, reliability: true },
  })
  const doubts = new Map<string, IncidentDoubts>(
    rows.map((row) => [row.id, { ...row, confidence: row.confidence as Confidence, sources: [] }]),
  )
  for (const { incidentId, outlet, reliability } of sources) {
    doubts.get(incidentId)?.sources.push({ outlet, reliability: reliability as Reliability })
  }
  return [...doubts.values()]
}

/** Of the rows of a record at hand, from the revisions whose states they are. One statement, O(the rows). */
export async function doubtsOfStates(
  reader: Reader,
  dyadId: string,
  rows: readonly RecordRow[],
): Promise<IncidentDoubts[]> {
  const [ids, revisions] = [rows.map(({ id }) => id), rows.map(({ stateRevision }) => stateRevision)]
  const states = await reader.$queryRaw<{ id: string; revision: number; state: unknown }[]>`
    SELECT k.id, k.revision, r.state FROM unnest(${ids}::text[], ${revisions}::int[]) AS k(id, revision)
    JOIN incident_revision r ON r.dyad_id = ${dyadId} AND r.incident_id = k.id AND r.revision = k.revision`
  return states.map(({ id, revision, state }) => {
    const { input } = stateOf({ incidentId: id, revision, state })
    return {
      id,
      ...startInterval(input),
      confidence: input.confidence,
      sources: input.sources.map(({ outlet, reliability }) => ({ outlet, reliability })),
    }
  })
}
