import { dayOf, isoOf, isRealDate } from '@/lib/core/calendar'
import { CATEGORIES, type Category, indicatorOf } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'

/** What a line is asked for without. */
export interface Struck {
  incidents: readonly string[]
  outlets: readonly string[]
  categories: readonly Category[]
}

/** An incident that is supposed to happen: confirmed, and as grave as its code says. It is never on record. */
export interface Hypothetical {
  actor: string
  target: string
  code: string
  day: number
}

/** How much of each an address may name. */
const MOST = 50
/** Incidents that may be supposed at once. */
export const MOST_SUPPOSED = 20
/** Weeks that the arithmetic is followed ahead. */
export const HORIZON_WEEKS = 52
const LONGEST_NAME = 200

type Words = string | string[] | undefined

/** The different words of a parameter that may stand several times, in order. */
function wordsOf(value: Words): string[] {
  const words = value === undefined ? [] : Array.isArray(value) ? value : [value]
  return [...new Set(words.filter((word) => word !== '' && word.length <= LONGEST_NAME))].slice(0, MOST)
}

/** Reads what an address strikes out; what it cannot read is as if it were not there. */
export const readStruck = ({ incident, outlet, category }: Record<string, Words>): Struck => ({
  incidents: wordsOf(incident),
  outlets: wordsOf(outlet),
  categories: CATEGORIES.filter((name) => wordsOf(category).includes(name)),
})

/** Whether nothing is struck out. */
export const strikesNothing = ({ incidents, outlets, categories }: Struck): boolean =>
  incidents.length + outlets.length + categories.length === 0

/** `RUS.AZE.DIP+3.2026-12-10`: an incident that is supposed, as an address has it. */
export const hypotheticalWord = ({ actor, target, code, day }: Hypothetical): string =>
  [actor, target, code, isoOf(day)].join('.')

function readHypothetical(word: string, dyadId: string): Hypothetical[] {
  const [actor, target, code, date, ...rest] = word.split('.')
  const [first, second] = codesOf(dyadId)
  const between = (actor === first && target === second) || (actor === second && target === first)
  if (rest.length > 0 || !between || !indicatorOf(code ?? '') || !isRealDate(date ?? '')) return []
  return [{ actor, target, code, day: dayOf(date) }]
}

/**
 * Reads what an address supposes of a dyad, by day; what it cannot read is as if it were not there. Two that are alike are two.
 * The query leaves out what does not lie ahead.
 */
export function readHypotheticals(value: Words, dyadId: string): Hypothetical[] {
  const words = value === undefined ? [] : Array.isArray(value) ? value : [value]
  const read = words.slice(0, MOST_SUPPOSED).flatMap((word) => readHypothetical(word, dyadId))
  return read.sort((a, b) => a.day - b.day)
}
