import { formatDay, weekIdOf } from '@/lib/core/calendar'
import { CATEGORY_LABELS, type Category } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'
import { displayOf } from '@/lib/core/scoring'
import type { CauseFacts } from '@/lib/core/watch'
import { countryName } from '@/lib/countries'

/** What the words of an alert are made from. */
export interface Told {
  dyadId: string
  day: number
  weekStart: number
  before: number | null
  after: number | null
  facts: CauseFacts
}

/** A score as every page writes it. */
function scoreWords(score: number): string {
  const shown = displayOf(score)
  return `${shown < 0 ? '\u2212' : ''}${Math.abs(shown).toFixed(1)}`
}

const pairOf = (dyadId: string): string => codesOf(dyadId).map(countryName).join(' – ')

const categoryWords = (category: string): string => CATEGORY_LABELS[category as Category] ?? category

const weeksWords = (weeks: number): string => (weeks === 1 ? 'A week' : `${weeks} weeks in a row`)

/** What happened, in one sentence. It names no code of a single incident, which its coders may not know yet. */
export function headlineOf({ dyadId, day, weekStart, before, after, facts }: Told): string {
  const pair = pairOf(dyadId)
  switch (facts.kind) {
    case 'band': {
      const from = `${(after ?? 0) > (before ?? 0) ? 'up' : 'down'} from ${facts.bandBefore}`
      return facts.way === 'enters'
        ? `${pair} closed ${weekIdOf(weekStart)} in ${facts.bandAfter}, ${from}`
        : `${pair} left ${facts.bandBefore} in ${weekIdOf(weekStart)}, for ${facts.bandAfter}`
    }
    case 'move': {
      const change = (after ?? 0) - (before ?? 0)
      return `${pair} ${change > 0 ? 'rose' : 'fell'} ${scoreWords(Math.abs(change))} in ${weekIdOf(weekStart)}`
    }
    case 'incident':
      return `${pair}: an incident on ${formatDay(day)}`
    case 'first':
      if (facts.of === 'code') return `${pair}: the first ${facts.what} on record, on ${formatDay(day)}`
      if (facts.of === 'category')
        return `${pair}: the first ${categoryWords(facts.what).toLowerCase()} incident on record, on ${formatDay(day)}`
      return facts.since === null
        ? `${pair}: a first front, ${categoryWords(facts.what).toLowerCase()}, on ${formatDay(day)}`
        : `${pair}: a new front, ${categoryWords(facts.what).toLowerCase()}, on ${formatDay(day)}; quiet since ${formatDay(facts.since)}`
    case 'silence':
      return facts.of === 'incidents'
        ? `${pair}: ${weeksWords(facts.weeks).toLowerCase()} checked, without an incident, up to ${weekIdOf(weekStart)}`
        : `${pair}: ${weeksWords(facts.weeks).toLowerCase()} that nobody checked, up to ${weekIdOf(weekStart)}`
    case 'unreviewed':
      return `${pair}: an incident has waited for review for ${facts.days === 1 ? 'a day' : `${facts.days} days`}`
  }
}

/** The numbers before and after, in words; '' for what is not about the score. */
export function numbersOf({ day, weekStart, before, after, facts }: Told): string {
  if (after === null) return ''
  const now = scoreWords(after)
  if (facts.kind === 'incident' || facts.kind === 'first')
    return `Score on ${formatDay(day)}: ${before === null ? '–' : scoreWords(before)} without it, ${now} with it.`
  if (facts.kind === 'silence') {
    const then = facts.since !== null && before !== null ? `${scoreWords(before)} in ${weekIdOf(facts.since)}, ` : ''
    return `Weekly close: ${then}${now} in ${weekIdOf(weekStart)}.`
  }
  const earlier = before === null ? '' : `${scoreWords(before)} in ${weekIdOf(weekStart - 7)}, `
  return `Weekly close: ${earlier}${now} in ${weekIdOf(weekStart)}.`
}
