import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { WatchRule } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { historyOf } from './history'
import { mayChange, maySee, seenBy } from './owned'
import { reachOf } from './reach'
import { conditionOf, type Scope } from './schema'
import type { RuleRow, RuleView } from './views'

const MOST_RULES = 200
const MOST_FAILURES = 10

/** Rules as list entries: four reads, bounded by them. */
async function rowsOf(reader: Reader, viewer: Viewer, rules: WatchRule[]): Promise<RuleRow[]> {
  const ids = rules.map(({ id }) => id)
  const names = await namesOf(
    reader,
    rules.map(({ ownerId }) => ownerId),
  )
  const listIds = rules.flatMap(({ listId }) => listId ?? [])
  const lists = await reader.watchlist.findMany({ where: { id: { in: listIds } }, select: { id: true, name: true } })
  const counts = await reader.watchAlert.groupBy({
    by: ['ruleId'],
    where: { ruleId: { in: ids } },
    _count: { _all: true },
  })
  const mutes = await reader.watchMute.findMany({
    where: {
      ruleId: { in: ids },
      accountId: viewer.accountId ?? '00000000-0000-0000-0000-000000000000',
      OR: [{ untilDay: null }, { untilDay: { gt: todayUtc() } }],
    },
  })
  return rules.map((rule): RuleRow => {
    const mute = mutes.find(({ ruleId }) => ruleId === rule.id)
    return {
      id: rule.id,
      name: rule.name,
      scope: rule.scope as Scope,
      owner: nameOf(names, rule.ownerId),
      condition: conditionOf(rule.condition),
      where: reachOf(rule),
      listName: lists.find(({ id }) => id === rule.listId)?.name ?? '',
      status: rule.status as RuleRow['status'],
      emails: rule.emails.length,
      webhook: rule.webhookUrl !== null,
      muted: mute ? { untilDay: mute.untilDay } : null,
      alerts: counts.find(({ ruleId }) => ruleId === rule.id)?._count._all ?? 0,
      mayChange: mayChange(viewer, rule),
    }
  })
}

/**
 * The viewer's own rules and the team's, those that are on first, then by name.
 * @throws DeskError FORBIDDEN.
 */
export async function listRules(viewer: Viewer): Promise<RuleRow[]> {
  authorize(viewer, 'watch:read')
  const prisma = await database()
  const rules = await prisma.watchRule.findMany({
    where: seenBy(viewer),
    orderBy: [{ status: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: MOST_RULES,
  })
  return rowsOf(prisma, viewer, rules)
}

/**
 * A rule with its history. Where it sends is told to those who may change it.
 * @throws DeskError FORBIDDEN; NOT_FOUND for one that the viewer may not see.
 */
export async function getRule(viewer: Viewer, id: string): Promise<RuleView> {
  authorize(viewer, 'watch:read')
  const prisma = await database()
  const rule = await prisma.watchRule.findUnique({ where: { id } })
  if (!rule || !maySee(viewer, rule)) throw new DeskError('NOT_FOUND', 'There is no such rule.')
  const [row] = await rowsOf(prisma, viewer, [rule])
  const failed = row.mayChange
    ? await prisma.watchDelivery.findMany({
        where: { ruleId: id, sentAt: null, lastError: { not: '' } },
        orderBy: [{ dueAt: 'desc' }, { id: 'asc' }],
        take: MOST_FAILURES,
      })
    : []
  return {
    ...row,
    revision: rule.revision,
    emails: row.mayChange ? rule.emails : [],
    webhookUrl: row.mayChange ? rule.webhookUrl : null,
    webhookSecret: row.mayChange ? rule.webhookSecret : null,
    activeSince: rule.activeSince?.toISOString() ?? null,
    history: await historyOf(prisma, id),
    failures: failed.map(({ channel, target, lastError, attempts, failedAt }) => {
      return { channel, target, error: lastError, attempts, givenUp: failedAt !== null }
    }),
  }
}
