import { type Code, type CodingMatrix, distinctCodes, placesOf } from '@/lib/core/reliability/codes'

/** How often a row's code met a column's code. */
export interface ConfusionTable<T extends Code> {
  codes: readonly T[]
  counts: number[][]
}

/** All pairs of codes that two coders gave the same unit, in the order of units and coders. */
export function pairsOf<T extends Code>(units: CodingMatrix<T>): [T, T][] {
  return units.flatMap((unit) => {
    const given = unit.filter((code) => code !== null)
    return given.flatMap((first, index) => given.slice(index + 1).map((second): [T, T] => [first, second]))
  })
}

function tableOf<T extends Code>(pairs: readonly (readonly [T, T])[], codes: readonly T[]): ConfusionTable<T> {
  const placeOf = placesOf(codes)
  const counts = codes.map(() => codes.map(() => 0))
  for (const [row, column] of pairs) counts[placeOf(row)][placeOf(column)]++
  return { codes, counts }
}

/**
 * Codes of one coder (rows) against those of another (columns), over the units that both coded. Rows and columns are
 * `codes`, or the codes seen in those units.
 * @throws RangeError when a code is not among `codes`.
 */
export function confusionTable<T extends Code>(
  units: CodingMatrix<T>,
  first: number,
  second: number,
  codes?: readonly T[],
): ConfusionTable<T> {
  const pairs = pairsOf(units.map((unit) => [unit[first] ?? null, unit[second] ?? null]))
  return tableOf(pairs, codes ?? distinctCodes(pairs.flat()))
}

/**
 * Codes of all pairs of coders pooled, each pair counted both ways round: the table is symmetric, and a row says what the
 * other coder chose when one coder chose that row's code.
 * @throws RangeError when a code is not among `codes`.
 */
export function pairedTable<T extends Code>(units: CodingMatrix<T>, codes?: readonly T[]): ConfusionTable<T> {
  const pairs = pairsOf(units).flatMap(([a, b]): [T, T][] => [
    [a, b],
    [b, a],
  ])
  return tableOf(pairs, codes ?? distinctCodes(pairs.flat()))
}
