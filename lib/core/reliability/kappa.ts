import { beyondChance, type CountTable, type KappaWeights, marginsOf } from '@/lib/core/reliability/count-table'

/**
 * Cohen's kappa of two coders: agreement beyond what two independent coders with these habits would reach (Cohen 1960,
 * Educational and Psychological Measurement 20); weighted by the steps between the codes, or their squares, for codes in
 * order (Cohen 1968, Psychological Bulletin 70). Undefined for an empty table and where both gave one and the same code
 * throughout. O(codes²).
 * @throws RangeError when the table is not square or holds anything but finite numbers from 0 up.
 */
export function cohenKappa(table: CountTable, weights: KappaWeights): number | undefined {
  const { rows, columns, total } = marginsOf(table)
  const shares = (sums: readonly number[]) => sums.map((sum) => sum / total)
  return beyondChance(table, total, shares(rows), shares(columns), weights)
}
