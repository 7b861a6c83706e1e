/** How a column's raw values are shown. `points` and the scores are numbers; a CSV carries them unrounded. */
export type ColumnFormat = 'text' | 'score' | 'signed' | 'points' | 'count'

export interface ChartColumn {
  label: string
  format: ColumnFormat
}

export type ChartCell = string | number | null

/** The data of a chart as a table: what its table view, its CSV and its reader have in common. The first cell names a row. */
export interface ChartTable {
  caption: string
  columns: ChartColumn[]
  rows: ChartCell[][]
}
