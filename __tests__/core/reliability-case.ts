import fc from 'fast-check'
import type { Code, CodingMatrix } from '@/lib/core/reliability'

/** Units as rows from coders as rows, as the golden data are printed. */
export const unitsOf = <T extends Code>(coders: readonly (readonly (T | null)[])[]): CodingMatrix<T> =>
  coders[0].map((_, unit) => coders.map((codes) => codes[unit]))

/** The units that a table of two coders counts; codes are 1, 2, … */
export const unitsOfTable = (table: readonly (readonly number[])[]): CodingMatrix<number> =>
  table.flatMap((counts, row) =>
    counts.flatMap((count, column) => Array.from({ length: count }, () => [row + 1, column + 1])),
  )

/** A coefficient that must be there. */
export function defined(value: number | undefined): number {
  if (value === undefined) throw new Error('undefined')
  return value
}

const matrixFrom = (minLength: number): fc.Arbitrary<CodingMatrix<number>> =>
  fc
    .integer({ min: 2, max: 4 })
    .chain((coders) =>
      fc.array(
        fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), { minLength: coders, maxLength: coders }),
        { minLength, maxLength: Math.max(minLength, 25) },
      ),
    )

/** Codings of 2 to 4 coders with gaps, up to 25 units, codes 1 to 5. */
export const matrixArb = matrixFrom(1)

/** The same with so many units that agreement is measured, unless the codes do not vary. */
export const longMatrixArb = matrixFrom(40)

/** A matrix, and the same with its units and its coders in another order. */
export const shuffledFrom = (matrices: fc.Arbitrary<CodingMatrix<number>>) =>
  matrices.chain((units) =>
    fc
      .tuple(
        fc.shuffledSubarray([...units], { minLength: units.length }),
        fc.shuffledSubarray([...units[0].keys()], { minLength: units[0].length }),
      )
      .map(([rows, coders]) => ({ units, shuffled: rows.map((row) => coders.map((coder) => row[coder])) })),
  )

/** The matrix with every code put through `change`. */
export const recoded = <T extends Code, U extends Code>(
  units: CodingMatrix<T>,
  change: (code: T) => U,
): CodingMatrix<U> => units.map((unit) => unit.map((code) => (code === null ? null : change(code))))
