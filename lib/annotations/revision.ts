import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'

/** What the hash of an annotation's revision covers; `at` is an instant. */
export interface AnnotationContent {
  dyadId: string
  annotationId: string
  revision: number
  at: Date
  byId: string | null
  action: string
  reason: string
  startDay: number
  endDay: number | null
  text: string
  previousHash: string
}

/** SHA-256 in hex over a revision's canonical content, the hash of the dyad's row before it within. */
export function annotationHash(content: AnnotationContent): string {
  const { dyadId, annotationId, revision, at, byId, action, reason, startDay, endDay, text, previousHash } = content
  const told = { dyadId, annotationId, revision, at: at.toISOString(), byId, action, reason, startDay, endDay, text }
  return createHash('sha256')
    .update(canonicalJson({ ...told, previousHash }))
    .digest('hex')
}
