import type { Confidence } from '@/lib/core/codebook'
import type { Reader } from '@/lib/db/transaction'
import type { RecordRow } from './memory-source'
import type { ScoredRow } from './series-rebuild'

/** What a record says of an incident beside what the score reads: for its signals, its grades and its measures. */
interface BesideScore {
  /** Codebook indicator such as `CUL+4`. */
  code: string
  title: string
  confidence: Confidence
  /** Id of the incident that it answers. */
  respondsTo: string | null
  /** Whether a source says that it is an answer, or the analyst judges so; null where it answers nothing. */
  respondsBasis: 'source' | 'analyst' | null
}

/** An incident that counts, as its record has it, with all that is read of it but its texts and sources. */
export interface IncidentFacts extends ScoredRow, BesideScore {}

/** One incident as the first statement below gives it: text and numbers in a fixed order, for there may be thousands. */
type Packed = [
  id: string,
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
  code: string | null,
  title: string,
  confidence: Confidence,
  respondsTo: string | null,
  respondsBasis: BesideScore['respondsBasis'],
]

function factsOf(dyadId: string, packed: Packed): IncidentFacts {
  const [id, actor, target, mutual, category, rung, persistence, startDay, endDay, ongoing, grades, credibility] =
    packed
  const [, , , , , , , , , , , , code, title, confidence, respondsTo, respondsBasis] = packed
  return {
    dyadId,
    id,
    actor,
    target,
    mutual: mutual === 1,
    kind: 'incident',
    status: 'approved',
    category,
    rung,
    persistence,
    startDay,
    endDay,
    ongoing: ongoing === 1,
    grades,
    credibility,
    code: code ?? '',
    title,
    confidence,
    respondsTo,
    respondsBasis,
  }
}

/** The incidents of a dyad that count now. One statement, O(the dyad's incidents); rows come as one packed text. */
export async function factsInForce(reader: Reader, dyadId: string): Promise<IncidentFacts[]> {
  const [packed] = await reader.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_array(id, actor, target, mutual::int, category, rung, persistence, start_day, end_day,
      ongoing::int, grades, credibility, code, title, confidence, responds_to, responds_basis))::text AS rows
    FROM incident WHERE dyad_id = ${dyadId} AND status = 'approved' AND kind = 'incident'`
  return (JSON.parse(packed?.rows ?? '[]') as Packed[]).map((row) => factsOf(dyadId, row))
}

interface StateRow extends BesideScore {
  id: string
}

/** The same of the rows of a record at hand, from the revisions whose states they are. One statement, O(the rows). */
export async function factsOfStates(
  reader: Reader,
  dyadId: string,
  rows: readonly RecordRow[],
): Promise<IncidentFacts[]> {
  const [ids, revisions] = [rows.map(({ id }) => id), rows.map(({ stateRevision }) => stateRevision)]
  const states = await reader.$queryRaw<StateRow[]>`
    SELECT r.incident_id AS id, r.state->'input'->>'code' AS code, r.state->'input'->>'title' AS title,
      r.state->'input'->>'confidence' AS confidence, nullif(r.state->'input'->>'respondsTo', '') AS "respondsTo",
      nullif(r.state->'input'->>'respondsBasis', '') AS "respondsBasis"
    FROM unnest(${ids}::text[], ${revisions}::int[]) AS k(id, revision)
    JOIN incident_revision r ON r.dyad_id = ${dyadId} AND r.incident_id = k.id AND r.revision = k.revision`
  const byId = new Map(states.map(({ id, ...beside }) => [id, beside]))
  return rows.flatMap(({ stateRevision: _, ...row }) => {
    const beside = byId.get(row.id)
    return beside ? [{ ...row, ...beside }] : []
  })
}
