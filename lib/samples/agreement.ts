import { CATEGORIES, CATEGORY_LABELS, type Category, CONFIDENCES, type Confidence } from '@/lib/core/codebook'
import {
  type Agreement,
  agreementSteps,
  type Code,
  type CodingMatrix,
  leaningsOf,
  type MeasuredRungError,
  rungErrorSteps,
  type Steps,
} from '@/lib/core/reliability'
import { dateAgreement } from './date-agreement'
import { grouped } from './grouped'
import type { Breakdown, CoderLeaning, Figure } from './report-views'

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

/** The ladder's rungs, from below to above. */
export const RUNGS = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]

/** Agreement on category, rung and date, for the units and coders of one row of the report. */
export interface GroupInput {
  key: string
  label: string
  units: readonly CodedUnit[]
  coders: readonly Coder[]
  /**
   * Of a row by category: all units of the report, over which the category is compared with all others together. Within the
   * units of one category the category itself hardly varies, and alpha would say nothing.
   */
  against?: { category: Category; units: readonly CodedUnit[] }
}

/**
 * The figures of a group, in steps, so that a caller can let others have their turn between them. 1,000 bootstrap draws each,
 * over the whole scale of eight categories and ten rungs: about a tenth of a second for 500 units and six coders.
 */
export function* figuresOf({
  units,
  coders,
  against,
}: GroupInput): Steps<Record<'category' | 'rung' | 'date', Figure>> {
  const category = against
    ? yield* agreementSteps(
        matrixOf(against.units, coders, (given) => (given.category === against.category ? against.category : 'other')),
        'nominal',
        [against.category, 'other'],
      )
    : yield* agreementSteps(
        matrixOf<Code>(units, coders, (given) => given.category),
        'nominal',
        CATEGORIES,
      )
  const rung = yield* agreementSteps(
    matrixOf(units, coders, (given) => given.rung),
    'ordinal',
    RUNGS,
  )
  const date = yield* dateAgreement(matrixOf(units, coders, ({ startDay }) => startDay))
  return { category: figureOf(category), rung: figureOf(rung), date }
}

const figureOf = (agreement: Agreement): Figure =>
  agreement.kind === 'measured' ? { ...agreement, apart: null } : agreement

/**
 * The groups of a breakdown: units by the record's category or by month of the incident, or each pair of coders. A category
 * that coders chose has a row too, where the record has it nowhere.
 */
export function groupsOf(by: Breakdown, units: readonly CodedUnit[], coders: readonly Coder[]): GroupInput[] {
  if (by === 'coder') return pairGroups(units, coders)
  if (by === 'month') {
    const months = [...grouped(units, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1))
    return months.map(([month, own]) => ({ key: month, label: month, units: own, coders }))
  }
  const byCategory = grouped(units, ({ category }) => category)
  const chosen = new Set(units.flatMap(({ codings }) => codings.map(({ category }) => category)))
  return CATEGORIES.flatMap((category): GroupInput[] => {
    const own = byCategory.get(category) ?? []
    if (own.length === 0 && !chosen.has(category)) return []
    return [{ key: category, label: CATEGORY_LABELS[category], units: own, coders, against: { category, units } }]
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

/** For each coder how far their rungs lie above or below those of the others in the same units. */
export function coderLeanings(units: readonly CodedUnit[], coders: readonly Coder[]): CoderLeaning[] {
  const leanings = leaningsOf(matrixOf(units, coders, ({ rung }) => rung))
  return coders.map(({ id, name }, place) => ({ id, name, rung: leanings[place] ?? { kind: 'too-few', units: 0 } }))
}

/**
 * The chance that a rung is off by one, by how sure its coders were: from the codings of a unit that stated that confidence,
 * for such coders err with the same chance. A unit counts once, however many coded it.
 */
export function* rungErrorsOf(
  units: readonly CodedUnit[],
  coders: readonly Coder[],
): Steps<Record<Confidence, MeasuredRungError>> {
  const entries: [Confidence, MeasuredRungError][] = []
  for (const confidence of CONFIDENCES) {
    const sure = units.map((unit) => {
      return { ...unit, codings: unit.codings.filter((coding) => coding.confidence === confidence) }
    })
    entries.push([confidence, yield* rungErrorSteps(matrixOf(sure, coders, ({ rung }) => rung))])
  }
  return Object.fromEntries(entries) as Record<Confidence, MeasuredRungError>
}
