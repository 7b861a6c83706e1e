import type { MeasureKind, MeasureOrgan } from '@/lib/core/codebook'

/** What the measures read of an incident that counts. Days since 1970-01-01; `rung` −5..−1 or 1..5. */
export interface MeasureIncident {
  id: string
  /** Indicator, such as `CUL+4`. */
  code: string
  rung: number
  actor: string
  target: string
  /** A joint act of both sides. */
  mutual: boolean
  startDay: number
  /** Last day, both included. */
  endDay: number | null
  ongoing: boolean
  /** Id of the incident that it answers. */
  respondsTo: string | null
  title: string
}

/** How a measure ended: taken back by its own side, or by its own last day. */
export type MeasureEnding = 'reversed' | 'expired'

/** A measure from the incident that began it, as it was on the day that was asked about. */
export interface Measure {
  incidentId: string
  title: string
  kind: MeasureKind
  phrase: string
  /** As far as what it stands; null when the act stands as a whole or is coded as lasting. */
  onlyWhere: string | null
  actor: string
  target: string
  sinceDay: number
  /** Days from its beginning to the day, or to its end. */
  ageDays: number
  /** Ids of the answers that eased it without ending it, by day. */
  easedBy: string[]
  /** Id of the answer that ended it; null while it stands, and when its own last day did. */
  endedBy: string | null
  /** Day of that answer, on which it stands no more, or its last day, on which it still does; null while it stands. */
  endedDay: number | null
  ending: MeasureEnding | null
  /** The state that began it, and which of its organs can end it. */
  canEnd: { actor: string; organ: MeasureOrgan }
}
