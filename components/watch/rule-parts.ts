import { conditionWords, pairName } from '@/components/watch/condition-words'
import type { NamedPart } from '@/components/watch/kept-state'
import { quoted } from '@/components/watch/part-words'
import { conditionInput, type RuleFields, whereInput } from '@/components/watch/rule-fields'
import { conditionSchema } from '@/lib/watch/schema'
import type { ListRow } from '@/lib/watch/views'

const CONDITION = [
  ...['kind', 'level', 'orAbove', 'bandWay', 'points', 'moveWay', 'rung'],
  ...['category', 'first', 'weeks', 'silence', 'days'],
] as (keyof RuleFields)[]

/** What a rule waits for; `?` where what is typed is no condition. */
function whenWords(fields: RuleFields): string {
  const condition = conditionSchema.safeParse(conditionInput(fields))
  return condition.success ? conditionWords(condition.data) : '?'
}

function whereWords({ reach, dyadId, listId }: RuleFields, lists: readonly ListRow[]): string {
  if (reach === 'all') return 'all dyads'
  if (reach === 'dyad') return dyadId === null ? 'no dyad' : pairName(dyadId)
  return `the list “${lists.find(({ id }) => id === listId)?.name ?? 'that is new'}”`
}

/** What of a rule can be changed; whose it is cannot. A condition put together from two people's would be neither's. */
export const ruleParts = (lists: readonly ListRow[]): NamedPart<RuleFields>[] => [
  { label: 'Name', names: ['name'], words: ({ name }) => quoted(name) },
  { label: 'Tell when', names: CONDITION, says: conditionInput, words: whenWords },
  {
    label: 'In',
    names: ['reach', 'dyadId', 'listId'],
    says: whereInput,
    words: (fields) => whereWords(fields, lists),
  },
  { label: 'By e-mail to', names: ['emails'], words: ({ emails }) => emails || 'nobody' },
  { label: 'By webhook to', names: ['webhookUrl'], words: ({ webhookUrl }) => webhookUrl || 'nowhere' },
]
