import { CATEGORIES, type Category } from '@/lib/core/codebook'
import { type Code, type CodingMatrix, confusionTable, pairedTable, pairsOf } from '@/lib/core/reliability'
import { type CodedUnit, type Coder, type GivenCoding, matrixOf, RUNGS } from './agreement'
import type { Confusion, PairConfusion } from './report-views'

/** Whom the coders took for what: pooled over all pairs of coders, over the codes that were seen, in the ladder's order. */
export function confusionsOf(
  units: readonly CodedUnit[],
  coders: readonly Coder[],
): { categories: Confusion<Category>; rungs: Confusion<number> } {
  return {
    categories: confusionOf(
      matrixOf(units, coders, ({ category }) => category),
      CATEGORIES,
    ),
    rungs: confusionOf(
      matrixOf(units, coders, ({ rung }) => rung),
      RUNGS,
    ),
  }
}

function confusionOf<T extends Code>(matrix: CodingMatrix<T>, scale: readonly T[]): Confusion<T> {
  const seen = new Set(pairsOf(matrix).flat())
  const { codes, counts } = pairedTable(
    matrix,
    scale.filter((code) => seen.has(code)),
  )
  return { codes: [...codes], counts }
}

/** What the first of two coders gave against the second, over the units that both coded; undefined where one is none of them. */
export function pairConfusionOf(
  units: readonly CodedUnit[],
  coders: readonly Coder[],
  [first, second]: readonly [string, string],
): PairConfusion | undefined {
  const places = [first, second].map((id) => coders.findIndex((coder) => coder.id === id))
  const [row, column] = places
  if (row < 0 || column < 0 || row === column) return undefined
  const tableOf = <T extends Code>(codeOf: (given: GivenCoding) => T, scale: readonly T[]): Confusion<T> => {
    const matrix = matrixOf(units, coders, codeOf)
    const { codes: seen } = confusionTable(matrix, row, column)
    const { codes, counts } = confusionTable(
      matrix,
      row,
      column,
      scale.filter((code) => seen.includes(code)),
    )
    return { codes: [...codes], counts }
  }
  return {
    first: coders[row],
    second: coders[column],
    categories: tableOf(({ category }) => category, CATEGORIES),
    rungs: tableOf(({ rung }) => rung, RUNGS),
  }
}
