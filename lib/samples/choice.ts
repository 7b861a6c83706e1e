import { isoOf } from '@/lib/core/calendar'
import type { CodingChoice } from './schema'
import type { CodingView } from './views'

type Coded = Pick<CodingView, 'code' | 'startDay' | 'credibility' | 'confidence'>

/** Whether two ways to code an incident are the same in all four parts. */
export const isSameChoice = (a: CodingChoice, b: CodingChoice): boolean =>
  a.code === b.code && a.date === b.date && a.credibility === b.credibility && a.confidence === b.confidence

/** A coding as a choice; undefined for one that says the sources do not let it be coded. */
export function choiceOfCoding({ code, startDay, credibility, confidence }: Coded): CodingChoice | undefined {
  if (code === null || startDay === null || credibility === null || confidence === null) return undefined
  return { code, date: isoOf(startDay), credibility, confidence }
}

/**
 * Whether somebody else than the one who chooses stands behind a choice: the record does, or a coder. Any other choice is
 * new, and goes to review.
 */
export function isBacked(choice: CodingChoice, now: CodingChoice, codings: readonly Coded[]): boolean {
  const known = [now, ...codings.flatMap((coding) => choiceOfCoding(coding) ?? [])]
  return known.some((other) => isSameChoice(choice, other))
}
