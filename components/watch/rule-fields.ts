import type { WatchCondition, WatchKind } from '@/lib/core/watch'
import type { Reach } from '@/lib/watch/schema'
import type { RuleView } from '@/lib/watch/views'

/** What the form of a rule holds, as it is typed. */
export interface RuleFields {
  name: string
  scope: string
  kind: WatchKind
  /** Of a band. */
  level: string
  orAbove: boolean
  bandWay: string
  /** Of a move. */
  points: string
  moveWay: string
  /** Of an incident; '' for any. */
  rung: string
  category: string
  first: string
  /** Of a silence. */
  weeks: string
  silence: string
  days: string
  reach: Reach['reach']
  dyadId: string | null
  listId: string
  emails: string
  webhookUrl: string
}

const NEW: RuleFields = {
  name: '',
  scope: 'own',
  kind: 'band',
  level: '3',
  orAbove: true,
  bandWay: 'enters',
  points: '10',
  moveWay: 'up',
  rung: '4',
  category: '',
  first: 'code',
  weeks: '4',
  silence: 'incidents',
  days: '7',
  reach: 'dyad',
  dyadId: null,
  listId: '',
  emails: '',
  webhookUrl: '',
}

function conditionFields(condition: WatchCondition): Partial<RuleFields> {
  switch (condition.kind) {
    case 'band':
      return { level: String(condition.level), orAbove: condition.orAbove, bandWay: condition.way }
    case 'move':
      return { points: String(condition.points), moveWay: condition.way }
    case 'incident':
      return { rung: String(condition.rung ?? ''), category: condition.category ?? '' }
    case 'first':
      return { first: condition.of }
    case 'silence':
      return { weeks: String(condition.weeks), silence: condition.of }
    case 'unreviewed':
      return { days: String(condition.days) }
  }
}

/** What a rule says of itself in its form. */
type Said = Pick<RuleView, 'condition' | 'where' | 'emails' | 'webhookUrl' | 'name' | 'scope'>

/** The fields of a rule; of a new one, of which the address may say the dyad or the list. */
export function fieldsOf(rule: Said | null, start: Partial<RuleFields> = {}): RuleFields {
  if (!rule) return { ...NEW, ...start }
  const { condition, where, emails, webhookUrl, name, scope } = rule
  return {
    ...NEW,
    ...conditionFields(condition),
    name,
    scope,
    kind: condition.kind,
    reach: where.reach,
    dyadId: where.reach === 'dyad' ? where.dyadId : null,
    listId: where.reach === 'list' ? where.listId : '',
    emails: emails.join(', '),
    webhookUrl: webhookUrl ?? '',
  }
}

/** What is typed as a number; text that is none is left to the schema to refuse. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')))

/** The condition that the fields say, for the schema to judge. */
export function conditionInput(fields: RuleFields): Record<string, unknown> {
  const { kind } = fields
  switch (kind) {
    case 'band':
      return { kind, level: Number(fields.level), orAbove: fields.orAbove, way: fields.bandWay }
    case 'move':
      return { kind, points: numberOf(fields.points), way: fields.moveWay }
    case 'incident':
      return {
        kind,
        rung: fields.rung === '' ? null : Number(fields.rung),
        category: fields.category === '' ? null : fields.category,
      }
    case 'first':
      return { kind, of: fields.first }
    case 'silence':
      return { kind, weeks: numberOf(fields.weeks), of: fields.silence }
    case 'unreviewed':
      return { kind, days: numberOf(fields.days) }
  }
}

/** Where the rule looks, as the fields say. */
export function whereInput({ reach, dyadId, listId }: RuleFields): Record<string, unknown> {
  if (reach === 'dyad') return { reach, dyadId: dyadId ?? '' }
  return reach === 'list' ? { reach, listId } : { reach }
}

/** The whole rule, for the schema to judge. */
export const ruleInput = (fields: RuleFields): Record<string, unknown> => ({
  name: fields.name,
  condition: conditionInput(fields),
  where: whereInput(fields),
  emails: fields.emails.split(/[\s,;]+/).filter(Boolean),
  webhookUrl: fields.webhookUrl.trim() === '' ? null : fields.webhookUrl.trim(),
})
