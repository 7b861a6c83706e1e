import type { WatchCondition } from '@/lib/core/watch'
import type { WatchRule } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { membersOf } from './members'
import { conditionOf } from './schema'

/** A rule that is on and looks at a dyad. */
export interface RuleInForce {
  id: string
  revision: number
  scope: string
  ownerId: string
  name: string
  condition: WatchCondition
  /** It tells of nothing from before: switched on then, or the dyad put on its list. */
  since: Date
  emails: string[]
  webhookUrl: string | null
}

/** The rules that look at a dyad, and what stands in the way of reading others. */
interface RulesFound {
  rules: RuleInForce[]
  unread: Error[]
}

/** The rules that are on and look at a dyad: two small reads, whatever is on record. One that cannot be read hides no other. */
export async function rulesInForce(reader: Reader, dyadId: string): Promise<RulesFound> {
  const stored = await reader.watchRule.findMany({
    where: { status: 'on', OR: [{ reach: 'all' }, { reach: 'list' }, { dyadId }] },
    orderBy: { id: 'asc' },
  })
  const listIds = stored.flatMap(({ listId }) => listId ?? [])
  const lists =
    listIds.length === 0 ? [] : await reader.watchlist.findMany({ where: { id: { in: listIds }, archivedAt: null } })
  const joined = (listId: string) => {
    const list = lists.find(({ id }) => id === listId)
    return list && membersOf(list).find((member) => member.dyadId === dyadId)?.since
  }
  const found: RulesFound = { rules: [], unread: [] }
  for (const rule of stored) {
    try {
      found.rules.push(...ruleOf(rule, joined))
    } catch (error) {
      found.unread.push(new Error(`The rule ${rule.id} cannot be read`, { cause: error }))
    }
  }
  return found
}

/** A stored rule, unless its list does not have the dyad. @throws where it, or its list, cannot be read. */
function ruleOf(rule: WatchRule, joined: (listId: string) => string | undefined): RuleInForce[] {
  const { id, revision, scope, ownerId, name, emails, webhookUrl, activeSince, listId } = rule
  const listed = listId === null ? undefined : joined(listId)
  if (activeSince === null || (listId !== null && listed === undefined)) return []
  const since = listed === undefined ? activeSince : new Date(Math.max(activeSince.getTime(), Date.parse(listed)))
  return [{ id, revision, scope, ownerId, name, condition: conditionOf(rule.condition), since, emails, webhookUrl }]
}
