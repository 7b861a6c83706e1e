import { CATEGORY_LABELS } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'
import { bandsOf, DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import type { WatchCondition } from '@/lib/core/watch'
import { countryName } from '@/lib/countries'
import type { RuleRow } from '@/lib/watch/views'

/** The bands by name, from the lowest; their names are the same by every method. */
export const BAND_CHOICES = bandsOf(DEFAULT_PARAMETERS).map(({ level, name }) => ({
  value: String(level),
  label: name,
}))

const bandName = (level: number): string => BAND_CHOICES.find(({ value }) => value === String(level))?.label ?? '?'

const times = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

const FIRSTS = {
  code: 'the first incident of an indicator on record',
  category: 'the first incident of a category on record',
  front: 'a category is hit for the first time in a year',
} as const

const WAYS = { up: 'rises', down: 'falls', either: 'moves' } as const

/** What a rule waits for, in words that follow “when”. */
export function conditionWords(condition: WatchCondition): string {
  switch (condition.kind) {
    case 'band':
      return `a week ${condition.way} ${bandName(condition.level)}${condition.orAbove ? ' or above' : ''}`
    case 'move':
      return `the weekly close ${WAYS[condition.way]} by ${condition.points} or more`
    case 'incident': {
      const { rung, category } = condition
      const what = category === null ? 'an incident' : `a ${CATEGORY_LABELS[category].toLowerCase()} incident`
      return rung === null ? `${what} is approved` : `${what} at rung ${rung}${rung < 5 ? ' or above' : ''} is approved`
    }
    case 'first':
      return FIRSTS[condition.of]
    case 'silence':
      return condition.of === 'incidents'
        ? `${times(condition.weeks, 'checked week')} in a row ${condition.weeks === 1 ? 'has' : 'have'} no incident`
        : `${times(condition.weeks, 'week')} in a row ${condition.weeks === 1 ? 'was' : 'were'} not checked`
    case 'unreviewed':
      return `an incident has waited for review for ${times(condition.days, 'day')}`
  }
}

/** `Azerbaijan – Russia`. */
export const pairName = (dyadId: string): string => codesOf(dyadId).map(countryName).join(' – ')

/** Where a rule looks. */
export function whereWords({ where, listName }: Pick<RuleRow, 'where' | 'listName'>): string {
  if (where.reach === 'dyad') return pairName(where.dyadId)
  return where.reach === 'list' ? `the list “${listName}”` : 'all dyads'
}

/** Paths of the feature. */
export const WATCH_PATH = '/watch'
export const listPath = (id: string): string => `/watch/lists/${id}`
export const rulePath = (id: string): string => `/watch/rules/${id}`
export const NEW_RULE_PATH = '/watch/rules/new'

/** What was done to a list or a rule, after who did it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  created: 'made it',
  changed: 'changed it',
  archived: 'archived it',
  restored: 'brought it back',
  'switched-on': 'switched it on',
  'switched-off': 'switched it off',
}
