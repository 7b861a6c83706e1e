import { beyondChance, type CountTable, marginsOf } from '@/lib/core/reliability/count-table'

/**
 * Scott's pi of two coders: as kappa, but chance is what two coders with the same, pooled habits would reach (Scott 1955,
 * Public Opinion Quarterly 19). Undefined for an empty table and where one code was given throughout. O(codes²).
 * @throws RangeError when the table is not square or holds anything but finite numbers from 0 up.
 */
export function scottPi(table: CountTable): number | undefined {
  const { rows, columns, total } = marginsOf(table)
  const shares = rows.map((sum, code) => (sum + columns[code]) / (2 * total))
  return beyondChance(table, total, shares, shares, 'unweighted')
}
