import type { Measure } from '@/lib/core/measures'
import type { ReadingAsOf } from '@/lib/dyads/views'

/** An incident that ended or eased a measure. */
export interface MeasureAnswer {
  id: string
  title: string
  day: number
}

/** A measure as pages show it, from the incident that began it. */
export interface MeasureView extends Omit<Measure, 'easedBy' | 'endedBy'> {
  easedBy: MeasureAnswer[]
  endedBy: MeasureAnswer | null
  /** The viewer is to code that incident anew, so what kind of measure it is is not said. */
  withheld?: true
}

/** What stands between two countries on a day, and what has ended by then. */
export interface MeasuresView {
  dyadId: string
  day: number
  /** Oldest first. */
  standing: MeasureView[]
  /** Latest ended first. */
  ended: MeasureView[]
}

/** The ledger of a dyad, as its page shows it. */
export interface LedgerView extends MeasuresView {
  asOf: ReadingAsOf | null
  unreviewed: boolean
}
