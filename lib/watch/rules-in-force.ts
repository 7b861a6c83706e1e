import type { WatchCondition } from '@/lib/core/watch'
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

/** The rules that are on and look at a dyad: two small reads, whatever is on record. */
export async function rulesInForce(reader: Reader, dyadId: string): Promise<RuleInForce[]> {
  const rules = await reader.watchRule.findMany({
    where: { status: 'on', OR: [{ reach: 'all' }, { reach: 'list' }, { dyadId }] },
    orderBy: { id: 'asc' },
  })
  const listIds = rules.flatMap(({ listId }) => listId ?? [])
  const lists =
    listIds.length === 0 ? [] : await reader.watchlist.findMany({ where: { id: { in: listIds }, archivedAt: null } })
  const joined = new Map(
    lists.map((list) => [list.id, membersOf(list).find((member) => member.dyadId === dyadId)?.since]),
  )
  return rules.flatMap((rule): RuleInForce[] => {
    const { id, revision, scope, ownerId, name, emails, webhookUrl, activeSince } = rule
    const listed = rule.listId === null ? undefined : joined.get(rule.listId)
    if (activeSince === null || (rule.listId !== null && listed === undefined)) return []
    const since = listed === undefined ? activeSince : new Date(Math.max(activeSince.getTime(), Date.parse(listed)))
    const condition = conditionOf(rule.condition)
    return [{ id, revision, scope, ownerId, name, condition, since, emails, webhookUrl }]
  })
}
