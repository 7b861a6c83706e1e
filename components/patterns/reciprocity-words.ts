import { type InflowGranger, MIN_MOVES, MIN_NONZERO_WEEKS, MIN_WEEKS, type MoveDirection } from '@/lib/core/reciprocity'
import { formatPercent } from '@/lib/format'
import type { ReciprocityView } from '@/lib/patterns/views'

/** The countries that a dyad's first and second code stand for. */
export interface Sides {
  first: string
  second: string
}

/** Who moves and who answers, for moves of a direction. */
export const sidesOf = (direction: MoveDirection, { first, second }: Sides): { mover: string; answerer: string } =>
  direction === 'forward' ? { mover: first, answerer: second } : { mover: second, answerer: first }

/** `p = 0.013`. */
export const pText = (p: number): string => `p = ${p.toFixed(3)}`

/** What a p value says, in words that leave the other explanations open. */
function pWords(p: number): string {
  if (p <= 0.01) return 'hard to put down to chance'
  return p <= 0.05 ? 'not easily put down to chance' : 'no more than chance would give'
}

/** Why neither side's rate is judged; null where there are moves enough. */
export function tooFewWords({ rates }: ReciprocityView, { first, second }: Sides): string | null {
  if (!rates?.forward.tooFew) return null
  return `Too few to judge: ${first} has ${rates.forward.moves} and ${second} ${rates.backward.moves} moves, and it takes ${MIN_MOVES} a side.`
}

/** One direction's answers against chance, in a sentence; null where there is nothing to say or too little to judge by. */
export function answerSentence(
  { rates, tests, windowDays }: ReciprocityView,
  direction: MoveDirection,
  sides: Sides,
): string | null {
  const [rate, test] = [rates?.[direction], tests?.[direction]]
  if (!rate || !test || rate.rate === null || rate.tooFew) return null
  const { mover, answerer } = sidesOf(direction, sides)
  const share = `${answerer} moved within ${windowDays} days of ${formatPercent(rate.rate)} of ${mover}’s moves, where chance alone would make it ${formatPercent(rate.baseRate)}.`
  return `${share} Of ${test.permutations} histories with shuffled dates ${test.atLeast} had as many answers or more (${pText(test.p)}): ${pWords(test.p)}.`
}

const UNTESTED: Record<Extract<InflowGranger, { kind: 'untested' }>['reason'], string> = {
  'too-few-weeks': `it takes ${MIN_WEEKS} weeks`,
  'too-few-nonzero-weeks': `it takes ${MIN_NONZERO_WEEKS} weeks with fresh points on each side`,
  dependent: 'the two series do not vary enough by themselves',
}

/** Granger’s tests in sentences, or why there are none. */
export function grangerSentences(granger: InflowGranger, { first, second }: Sides): string[] {
  if (granger.kind === 'untested') {
    return [`Granger’s test is not made: ${UNTESTED[granger.reason]}; this record has ${granger.weeks} weeks.`]
  }
  const told = [
    { test: granger.forwardToBackward, from: first, to: second },
    { test: granger.backwardToForward, from: second, to: first },
  ]
  return told.map(({ test: { f, p, df }, from, to }) => {
    const says = p <= 0.05 ? 'do help' : 'do not help'
    return `The last three weeks of fresh points by ${from} ${says} to foretell those by ${to} beyond their own past (F = ${f.toFixed(3)}, ${pText(p)}, df ${df.join(', ')}, ${granger.weeks} weeks).`
  })
}
