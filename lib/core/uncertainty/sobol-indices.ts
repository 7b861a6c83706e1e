import { DEFAULT_SEED, drawStateOf, fnv1a32, uniformFrom } from '@/lib/core/hash/uniform'

/** Sobol indices of one factor: its share of the variance alone, and with all that it takes part in. */
export interface SobolIndices {
  first: number
  total: number
}

/** Mean and variance of a function over its factors, and the indices of each of them. */
export interface SobolResult {
  /** Rows of the design; the function is run rows × (factors + 2) times. */
  rows: number
  mean: number
  variance: number
  indices: SobolIndices[]
}

/** The number 0 <= u < 1 of a matrix, row and factor, all counted from 0. */
export type SobolSample = (matrix: 'A' | 'B', row: number, factor: number) => number

/** Hashed numbers: u(row, `A:factor`) and u(row, `B:factor`) of SCORING.md 2.7 and 2.8. */
export function hashedSample(factors: number, seed = DEFAULT_SEED): SobolSample {
  const keysOf = (matrix: string) => Array.from({ length: factors }, (_, factor) => fnv1a32(`${matrix}:${factor}`))
  const keys = { A: keysOf('A'), B: keysOf('B') }
  return (matrix, row, factor) => uniformFrom(drawStateOf(seed, row), keys[matrix][factor])
}

/** Mean and variance (n − 1) of two lists taken together, in two passes. */
function momentsOf(lists: readonly Float64Array[]): { mean: number; variance: number } {
  let [sum, count, squares] = [0, 0, 0]
  for (const list of lists) for (const value of list) [sum, count] = [sum + value, count + 1]
  const mean = sum / count
  for (const list of lists) for (const value of list) squares += (value - mean) ** 2
  return { mean, variance: squares / (count - 1) }
}

/**
 * Sobol indices by Saltelli's design (SCORING.md 2.8): matrices A and B, and for each factor A with that column of B;
 * first = mean((yB − m)(yAB − yA)) / var, total = mean((yA − yAB)²) / (2 var). The first-order form is centred by m: without
 * it, a mean that is large beside the variance drowns the index. A factor that the function does not use has exactly 0.
 * Undefined when the function does not vary. Hashed numbers err by some 2 / √rows, a low-discrepancy `sample` by far less.
 * O(rows × (factors + 2)) runs. The point handed to `f` is used again after it.
 * @throws RangeError when `rows` is not a whole number from 1 up.
 */
export function sobolIndices(
  f: (point: Float64Array) => number,
  factors: number,
  rows: number,
  sample: SobolSample = hashedSample(factors),
): SobolResult | undefined {
  if (!(Number.isInteger(rows) && rows >= 1)) throw new RangeError(`no number of rows: ${rows}`)
  const point = new Float64Array(factors)
  /** Runs of all rows of a matrix, with the column of one factor from B. */
  const runs = (matrix: 'A' | 'B', fromB = -1): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => {
      for (let factor = 0; factor < factors; factor++) {
        point[factor] = sample(factor === fromB ? 'B' : matrix, row, factor)
      }
      return f(point)
    })
  const [yA, yB] = [runs('A'), runs('B')]
  const { mean, variance } = momentsOf([yA, yB])
  if (variance === 0) return undefined
  const indices = Array.from({ length: factors }, (_, factor): SobolIndices => {
    let [first, total] = [0, 0]
    for (const [row, yAB] of runs('A', factor).entries()) {
      first += (yB[row] - mean) * (yAB - yA[row])
      total += (yA[row] - yAB) ** 2
    }
    return { first: first / rows / variance, total: total / rows / (2 * variance) }
  })
  return { rows, mean, variance, indices }
}
