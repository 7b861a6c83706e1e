import { annotationHash } from '@/lib/annotations/revision'
import type { AnnotationRevision } from '@/lib/db/generated/client'
import { type Fault, hashDiffers } from './fault'

/** Names a revision of an annotation: its dyad, its id and its number. */
export const placeOfAnnotation = ({ dyadId, annotationId, revision }: AnnotationRevision): string =>
  `${dyadId}, annotation ${annotationId}, revision ${revision}`

/**
 * Follows the annotations of a dyad in the order of their writes: content that gives its hash, each on the hash of the row before
 * it, revisions of one annotation without a gap and none after its withdrawal.
 */
export function* annotationFaults(rows: readonly AnnotationRevision[]): Generator<Fault> {
  const latest = new Map<string, AnnotationRevision>()
  let previous = ''
  for (const row of rows) {
    const place = placeOfAnnotation(row)
    const computed = annotationHash(row)
    if (row.hash !== computed) yield hashDiffers(place, 'its content does not give its hash', row.hash, computed)
    if (row.previousHash !== previous)
      yield hashDiffers(place, 'it does not follow on the one written before it', row.previousHash, previous)
    const before = latest.get(row.annotationId)
    const number = (before?.revision ?? 0) + 1
    if (row.revision !== number) yield { place, what: `revision ${number} is missing` }
    if (before?.action === 'withdrawn') yield { place, what: 'it follows on a withdrawal' }
    latest.set(row.annotationId, row)
    previous = row.hash
  }
}
