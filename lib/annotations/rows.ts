import type { AnnotationRevision } from '@/lib/db/generated/client'
import type { AnnotationAction, AnnotationRevisionView } from './views'

/** A stored revision as its history shows it. The database checks the action. */
export const revisionViewOf = (row: AnnotationRevision, by: string): AnnotationRevisionView => ({
  id: row.annotationId,
  revision: row.revision,
  action: row.action as AnnotationAction,
  reason: row.reason,
  by,
  at: row.at.toISOString(),
  startDay: row.startDay,
  endDay: row.endDay,
  text: row.text,
  hash: row.hash,
})
