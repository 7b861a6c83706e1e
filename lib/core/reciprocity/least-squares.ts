/** Of a column's length, what has to be left beside the columns before it: less is rounding. */
const INDEPENDENT = 1e-9

/** The column about its mean and of length 1; null when it is constant. */
function standardised(column: readonly number[]): Float64Array | null {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length
  const centred = Float64Array.from(column, (value) => value - mean)
  const length = Math.hypot(...centred)
  if (!(length > 1e-12 * Math.hypot(...column))) return null
  return centred.map((value) => value / length)
}

/** Reflects `vector` in the plane that is normal to `normal`, of length 1, from row `from` on. */
function reflect(vector: Float64Array, normal: Float64Array, from: number): void {
  let along = 0
  for (let row = from; row < vector.length; row++) along += normal[row] * vector[row]
  for (let row = from; row < vector.length; row++) vector[row] -= 2 * along * normal[row]
}

/** The normal of the Householder reflection that leaves of `column` nothing below row `from`. */
function householderOf(column: Float64Array, from: number): Float64Array | null {
  const normal = column.map((value, row) => (row < from ? 0 : value))
  const length = Math.hypot(...normal)
  if (length < INDEPENDENT) return null
  normal[from] += normal[from] < 0 ? -length : length
  const size = Math.hypot(...normal)
  return normal.map((value) => value / size)
}

/**
 * Least squares with an intercept, by Householder's QR of the centred and scaled columns (Golub and Van Loan 2013, 5.2):
 * which part of the response's sum of squares about its mean each column takes up beyond those before it, and what is left,
 * all as shares of that sum. The parts come from the rotated response itself, so that no two large sums are subtracted.
 * Null when a column or the response is constant, or a column depends on those before it. O(rows × columns²).
 */
export function sequentialFit(
  columns: readonly (readonly number[])[],
  response: readonly number[],
): { parts: number[]; rest: number } | null {
  const rotated = standardised(response)
  const matrix = columns.map(standardised)
  if (!rotated) return null
  for (const [at, column] of matrix.entries()) {
    const normal = column && householderOf(column, at)
    if (!normal) return null
    for (const later of [...matrix.slice(at + 1), rotated]) if (later) reflect(later, normal, at)
  }
  const squares = Array.from(rotated, (value) => value * value)
  return {
    parts: squares.slice(0, columns.length),
    rest: squares.slice(columns.length).reduce((sum, square) => sum + square, 0),
  }
}
