/** How much a disagreement counts: fully, by the steps between the codes, or by their square. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic'

/** A square table of counts: rows the codes of one coder, columns those of the other, in the same order. */
export type CountTable = readonly (readonly number[])[]

/** Sums of a table. */
export interface Margins {
  rows: number[]
  columns: number[]
  total: number
}

/**
 * The sums of rows, columns and all cells.
 * @throws RangeError when the table is not square or holds anything but finite numbers from 0 up.
 */
export function marginsOf(table: CountTable): Margins {
  if (table.some((row) => row.length !== table.length)) throw new RangeError('a table of two coders is square')
  if (!table.flat().every((count) => Number.isFinite(count) && count >= 0)) {
    throw new RangeError('a table of two coders holds counts')
  }
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + row[column], 0))
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) }
}

/** Disagreement of the codes at two places. */
function disagreement(weights: KappaWeights, row: number, column: number): number {
  const steps = Math.abs(row - column)
  if (weights === 'unweighted') return Math.min(steps, 1)
  return weights === 'linear' ? steps : steps ** 2
}

/** 1 − observed disagreement over that of independent coders with these shares (0..1) of the codes; undefined at 0/0. */
export function beyondChance(
  table: CountTable,
  total: number,
  rowShares: readonly number[],
  columnShares: readonly number[],
  weights: KappaWeights,
): number | undefined {
  let [observed, expected] = [0, 0]
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      const apart = disagreement(weights, row, column)
      observed += (apart * count) / total
      expected += apart * rowShares[row] * columnShares[column]
    }
  }
  return expected > 0 ? 1 - observed / expected : undefined
}
