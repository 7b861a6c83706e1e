export const ANNOTATION_ACTIONS = ['created', 'edited', 'withdrawn'] as const
/** What was done by a revision. */
export type AnnotationAction = (typeof ANNOTATION_ACTIONS)[number]

/** An annotation as charts and lists show it. Days are integer UTC calendar days since 1970-01-01. */
export interface AnnotationView {
  dyadId: string
  id: string
  /** Number of its latest revision. */
  revision: number
  startDay: number
  /** Last day, both included; null for a single day. */
  endDay: number | null
  text: string
  /** Who wrote it first, and who changed it last where that is somebody else; ISO instants. */
  by: string
  at: string
  editedBy: string | null
  editedAt: string | null
}

/** One state in the history of a dyad's annotations. */
export interface AnnotationRevisionView extends Pick<AnnotationView, 'id' | 'startDay' | 'endDay' | 'text'> {
  revision: number
  action: AnnotationAction
  reason: string
  by: string
  at: string
  hash: string
}

/** Detail of a CONFLICT: the state that is there now, beside the one that the editor started from. */
export interface AnnotationConflict {
  base: Pick<AnnotationView, 'startDay' | 'endDay' | 'text'>
  theirs: AnnotationRevisionView
}
