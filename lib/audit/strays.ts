import type { Transaction } from '@/lib/db/transaction'
import type { Fault } from './fault'

interface Stray {
  place: string
}

/**
 * Rows that belong to nothing: no walk over dyads and their incidents would come by. Foreign keys keep them out, unless
 * somebody switched those off.
 */
export async function* strayFaults(tx: Transaction): AsyncGenerator<Fault> {
  const revisions = await tx.$queryRaw<Stray[]>`
    SELECT r.dyad_id || ' / ' || r.incident_id || ', revision ' || r.revision AS place FROM incident_revision r
    WHERE NOT EXISTS (SELECT 1 FROM incident i WHERE i.dyad_id = r.dyad_id AND i.id = r.incident_id) ORDER BY 1 LIMIT 100`
  yield* faultsOf(revisions, 'its incident is not there')
  const vintages = await tx.$queryRaw<Stray[]>`
    SELECT v.dyad_id || ' / ' || v.incident_id || ', vintage of revision ' || v.revision AS place FROM incident_vintage v
    WHERE NOT EXISTS (SELECT 1 FROM incident i WHERE i.dyad_id = v.dyad_id AND i.id = v.incident_id) ORDER BY 1 LIMIT 100`
  yield* faultsOf(vintages, 'its incident is not there')
  const sources = await tx.$queryRaw<Stray[]>`
    SELECT s.dyad_id || ' / ' || s.incident_id || ', source ' || s.ordinal + 1 AS place FROM incident_source s
    WHERE NOT EXISTS (SELECT 1 FROM incident i WHERE i.dyad_id = s.dyad_id AND i.id = s.incident_id) ORDER BY 1 LIMIT 100`
  yield* faultsOf(sources, 'its incident is not there')
  const ofDyads = await tx.$queryRaw<Stray[]>`
    SELECT s.dyad_id || ', ' || s.what AS place FROM (
      SELECT DISTINCT dyad_id, 'incidents' AS what FROM incident
      UNION SELECT DISTINCT dyad_id, 'weekly checks' FROM weekly_check
      UNION SELECT DISTINCT dyad_id, 'annotations' FROM annotation_revision
      UNION SELECT DISTINCT dyad_id, 'stored weeks' FROM dyad_week
      UNION SELECT DISTINCT dyad_id, 'stored days' FROM dyad_week_days
      UNION SELECT DISTINCT dyad_id, 'methods' FROM dyad_method
      UNION SELECT DISTINCT dyad_id, 'seals' FROM seal_dyad) s
    WHERE NOT EXISTS (SELECT 1 FROM dyad d WHERE d.id = s.dyad_id) ORDER BY 1 LIMIT 100`
  yield* faultsOf(ofDyads, 'there is no such dyad')
  const seals = await tx.$queryRaw<Stray[]>`
    SELECT d.dyad_id || ', seal ' || d.seal_number AS place FROM seal_dyad d
    WHERE NOT EXISTS (SELECT 1 FROM seal s WHERE s.number = d.seal_number) ORDER BY 1 LIMIT 100`
  yield* faultsOf(seals, 'there is no such seal')
}

function* faultsOf(strays: Stray[], what: string): Generator<Fault> {
  for (const { place } of strays) yield { place, what }
}
