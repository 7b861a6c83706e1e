/** What is left of a point `elapsed` days after it began to fade: 2^(-elapsed / h) (SCORING.md 2.3). */
export const decayOf = (halfLifeDays: number, elapsed: number): number => 2 ** (-elapsed / halfLifeDays)

const tables = new Map<number, Float64Array>()
const MOST_TABLES = 64

/**
 * `decayOf` for 0..length-1 days, at least `length` long. Tables are kept per half-life and grow by doubling; they hold
 * the very values of `decayOf`, so a lookup and a fresh computation give the same bits.
 */
export function decayTable(halfLifeDays: number, length: number): Float64Array {
  const known = tables.get(halfLifeDays)
  if (known && known.length >= length) return known
  const table = new Float64Array(Math.max(length, 2 * (known?.length ?? 0), 512))
  for (let elapsed = 0; elapsed < table.length; elapsed++) table[elapsed] = decayOf(halfLifeDays, elapsed)
  if (!known && tables.size >= MOST_TABLES) tables.clear()
  tables.set(halfLifeDays, table)
  return table
}
