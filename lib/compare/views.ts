import type { Band, Coverage } from '@/lib/core/scoring'
import type { ReadingAsOf } from '@/lib/dyads/views'

/** A week of a compared dyad. The running week is cut at today. */
export interface CompareWeek {
  weekStart: number
  close: number
  coverage: Coverage
  inProgress: boolean
}

export interface CompareDyad {
  dyadId: string
  /** Whole series up to the running week, oldest first. */
  weeks: CompareWeek[]
  /** The bands of the method that made it. */
  bands: readonly Band[]
  methodId: string
}

/** An incident that lines can be aligned by. */
export interface CompareIncident {
  dyadId: string
  id: string
  title: string
  day: number
}

export interface CompareView {
  today: number
  /** In the order asked for; those of which nothing is known are in `unknown`. */
  dyads: CompareDyad[]
  unknown: string[]
  /** Those that the address names and that count. */
  anchors: CompareIncident[]
  /** Those of the address that do not count or do not exist, as `DYAD/INCIDENT`. */
  lost: string[]
  /** The incidents that added most in their weeks, of all compared dyads, latest first: a choice to align by. */
  choices: CompareIncident[]
}

/** A dyad on a country's page. Scores unrounded. */
export interface RelationView {
  dyadId: string
  /** The other country. */
  other: string
  /** Monday of the week that is shown: the asked-for one, or the last covered one before it. */
  shownWeek: number
  inProgress: boolean
  close: number
  band: string
  change: number | null
  /** The parts of the close that the country's own acts make, and those of the other one; they add up to it. */
  out: number
  in: number
  /** Monday of the first week since which nobody looked, where the asked-for week was not checked. */
  notCheckedSince: number | null
  /** What the arithmetic alone leaves in the asked-for week, where it was not checked. */
  arithmetic: number | null
  spark: { weekStart: number; close: number; coverage: Coverage }[]
  bands: readonly Band[]
}

export interface CountryView {
  code: string
  weekStart: number
  previousWeek: number
  nextWeek: number | null
  inProgress: boolean
  /** Those that were checked first, by tension. */
  relations: RelationView[]
  asOf: ReadingAsOf | null
}

/** A dyad in the grid, by who acts on whom: two cells in the directed grid, or one figure that stands in both. */
export interface GridCell {
  dyadId: string
  row: string
  column: string
  /** The close, or the part of it that acts of the row's country on the column's make. */
  figure: number
  /** The band of the close. */
  band: string
  /** False where the week was not checked: the figure is then the last checked one. */
  covered: boolean
  shownWeek: number
}

export interface GridView {
  weekStart: number
  previousWeek: number
  nextWeek: number | null
  inProgress: boolean
  figure: 'close' | 'direction'
  /** Codes of rows and columns, the most tense first. */
  countries: string[]
  cells: GridCell[]
  page: number
  pages: number
  /** Countries in all, after the filter. */
  total: number
  with: string | null
  /** Dyads with a record in this week, in all. */
  dyads: number
  asOf: ReadingAsOf | null
}
