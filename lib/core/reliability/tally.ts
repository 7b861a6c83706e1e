import { type Code, type CodingMatrix, distinctCodes, placesOf } from '@/lib/core/reliability/codes'

/**
 * A coding matrix counted, all that the coefficients need. Units that nobody coded are gone. The pairable ones, with two
 * codes or more, come first. Within the two groups units are ordered by their counts, so that the order of units and
 * coders in the matrix changes nothing, not even the rounding or the draws of a resample.
 */
export interface Tally {
  /** The codes, ascending: numbers by size, names by their characters. */
  codes: readonly Code[]
  units: number
  pairable: number
  /** How many coders gave unit `u` code `c`, at `u * codes.length + c`. */
  counts: Uint32Array
  /** How many coders coded each unit. */
  sizes: Uint32Array
  /** How often each unit counts: once, or as often as it was drawn into a resample. */
  times: Uint32Array
}

function byCounts(a: Uint32Array, b: Uint32Array): number {
  for (let place = 0; place < a.length; place++) if (a[place] !== b[place]) return b[place] - a[place]
  return 0
}

const sizeOf = (row: Uint32Array): number => row.reduce((sum, count) => sum + count, 0)

/**
 * Counts a coding matrix, over the codes in `scale` or, without it, those that occur. O(units × (coders + codes)), and
 * the sorting of the units.
 * @throws RangeError when a code is not on the scale.
 */
export function tallyOf(units: CodingMatrix<Code>, scale?: readonly Code[]): Tally {
  const codes = distinctCodes(scale ?? units.flat().filter((code) => code !== null))
  const placeOf = placesOf(codes)
  const rows = units.map((unit) => {
    const row = new Uint32Array(codes.length)
    for (const code of unit) if (code !== null) row[placeOf(code)]++
    return row
  })
  const pairable = rows.filter((row) => sizeOf(row) >= 2).sort(byCounts)
  const all = [...pairable, ...rows.filter((row) => sizeOf(row) === 1).sort(byCounts)]
  const counts = new Uint32Array(all.length * codes.length)
  for (const [unit, row] of all.entries()) counts.set(row, unit * codes.length)
  return {
    codes,
    units: all.length,
    pairable: pairable.length,
    counts,
    sizes: Uint32Array.from(all, sizeOf),
    times: new Uint32Array(all.length).fill(1),
  }
}
