import { CATEGORIES, CATEGORY_LABELS, type Category, CONFIDENCES, type Confidence } from '@/lib/core/codebook'
import {
  agreementOf,
  type Code,
  type CodingMatrix,
  type MeasuredRungError,
  measuredRungError,
  pairedTable,
  pairsOf,
} from '@/lib/core/reliability'
import { dateAgreement } from './date-agreement'
import { grouped } from './grouped'
import type { Breakdown, Confusion, Figure } from './views'

/** How one coder coded a unit. */
export interface GivenCoding {
  coderId: string
  category: Category
  rung: number
  /** Integer UTC day. */
  startDay: number
  confidence: Confidence
}

/** A unit as it was drawn, with the codings of those who could code it. */
export interface CodedUnit {
  /** As the record had it when it was drawn; null where the record named no indicator. */
  category: Category | null
  /** Month of its first day, `YYYY-MM`, as the record had it. */
  month: string
  codings: readonly GivenCoding[]
}

export interface Coder {
  id: string
  name: string
}

/** One aspect of the codings as a matrix: a row is a unit, a column a coder, null where that coder did not code it. */
export function matrixOf<T extends Code>(
  units: readonly CodedUnit[],
  coders: readonly Coder[],
  codeOf: (coding: GivenCoding) => T,
): CodingMatrix<T> {
  return units.map(({ codings }) =>
    coders.map(({ id }) => {
      const own = codings.find(({ coderId }) => coderId === id)
      return own ? codeOf(own) : null
    }),
  )
}

/** Agreement on category, rung and date, for the units and coders of one row of the report. */
export interface GroupInput {
  key: string
  label: string
  units: readonly CodedUnit[]
  coders: readonly Coder[]
}

/**
 * The three figures of a group, one call each, so that a caller can let others have their turn between them. 1,000 bootstrap
 * draws each: about a tenth of a second for 500 units and six coders.
 */
export function figuresOf({ units, coders }: GroupInput): Record<'category' | 'rung' | 'date', () => Figure> {
  const matrix = <T extends Code>(codeOf: (coding: GivenCoding) => T) => matrixOf(units, coders, codeOf)
  return {
    category: () =>
      agreementOf(
        matrix<Code>(({ category }) => category),
        'nominal',
      ),
    rung: () =>
      agreementOf(
        matrix(({ rung }) => rung),
        'ordinal',
      ),
    date: () => dateAgreement(matrix(({ startDay }) => startDay)),
  }
}

/** The groups of a breakdown: units by the record's category, by month of the incident, or each pair of coders. */
export function groupsOf(by: Breakdown, units: readonly CodedUnit[], coders: readonly Coder[]): GroupInput[] {
  if (by === 'coder') return pairGroups(units, coders)
  if (by === 'month') {
    const months = [...grouped(units, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1))
    return months.map(([month, own]) => ({ key: month, label: month, units: own, coders }))
  }
  const byCategory = grouped(units, ({ category }) => category)
  return CATEGORIES.flatMap((category): GroupInput[] => {
    const own = byCategory.get(category)
    return own ? [{ key: category, label: CATEGORY_LABELS[category], units: own, coders }] : []
  })
}

function pairGroups(units: readonly CodedUnit[], coders: readonly Coder[]): GroupInput[] {
  return coders.flatMap((first, index) =>
    coders.slice(index + 1).flatMap((second): GroupInput[] => {
      const pair = [first, second]
      const both = units.filter(({ codings }) => pair.every(({ id }) => codings.some(({ coderId }) => coderId === id)))
      if (both.length === 0) return []
      const label = `${first.name} – ${second.name}`
      return [{ key: `${first.id} ${second.id}`, label, units: both, coders: pair }]
    }),
  )
}

const RUNGS = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]

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

/**
 * The chance that a rung is off by one, by how sure its coders were: from pairs of coders who both stated that confidence,
 * for of such a pair both err with the same chance.
 */
export function rungErrorsOf(
  units: readonly CodedUnit[],
  coders: readonly Coder[],
): Record<Confidence, MeasuredRungError> {
  const entries = CONFIDENCES.map((confidence) => {
    const sure = units.map((unit) => {
      return { ...unit, codings: unit.codings.filter((coding) => coding.confidence === confidence) }
    })
    return [confidence, measuredRungError(pairsOf(matrixOf(sure, coders, ({ rung }) => rung)))] as const
  })
  return Object.fromEntries(entries) as Record<Confidence, MeasuredRungError>
}
