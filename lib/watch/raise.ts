import { randomUUID } from 'node:crypto'
import { may, type Permission, type Role } from '@/lib/auth/permissions'
import { now, todayUtc } from '@/lib/clock'
import type { WatchCause } from '@/lib/core/watch'
import type { Transaction } from '@/lib/db/transaction'
import { notify, THE_DESK } from '@/lib/inbox/notify'
import type { RuleInForce } from './rules-in-force'

/** What a rule's readers must be allowed to see. */
const needed = ({ condition }: RuleInForce): Permission =>
  condition.kind === 'unreviewed' ? 'incident:read-unpublished' : 'watch:read'

/** Who is told by a rule: its owner, or the whole team; without those who may not see it, muted it, or left. */
async function readersOf(tx: Transaction, rule: RuleInForce): Promise<string[]> {
  const accounts = await tx.account.findMany({
    where: { active: true, ...(rule.scope === 'team' ? {} : { id: rule.ownerId }) },
    select: { id: true, role: true },
  })
  const muted = await tx.watchMute.findMany({
    where: { ruleId: rule.id, OR: [{ untilDay: null }, { untilDay: { gt: todayUtc() } }] },
    select: { accountId: true },
  })
  const deaf = new Set(muted.map(({ accountId }) => accountId))
  const allowed = ({ role }: { role: Role }) => may({ role }, needed(rule))
  return accounts.filter((account) => allowed(account) && !deaf.has(account.id)).map(({ id }) => id)
}

/**
 * Makes an alert of a cause: the alert, a notice in each reader's inbox, and what is to be sent, all or nothing with the
 * transaction. Does nothing where the rule has told of that cause, in this process or another. Returns whether it did.
 */
export async function raiseAlert(
  tx: Transaction,
  rule: RuleInForce,
  dyad: { dyadId: string; methodId: string },
  cause: WatchCause,
): Promise<boolean> {
  const { dyadId, methodId } = dyad
  const [id, at] = [randomUUID(), now()]
  // Waits for another transaction that is writing the same key, and then finds it.
  const { count } = await tx.watchAlert.createMany({
    data: [
      {
        dyadId,
        id,
        ruleId: rule.id,
        ruleRevision: rule.revision,
        ruleName: rule.name,
        causeKey: cause.key,
        at,
        day: cause.day,
        weekStart: cause.weekStart,
        before: cause.before,
        after: cause.after,
        facts: { ...cause.facts },
        incidentIds: cause.ids,
        methodId,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return false
  const readers = await readersOf(tx, rule)
  await notify(tx, THE_DESK, readers, { kind: 'alert', dyadId, alertId: id })
  // A person's own rule sends nothing while it does not tell them: they muted it, left, or may not see it any more.
  const silent = rule.scope === 'own' && readers.length === 0
  const sends = [
    ...rule.emails.map((target) => ({ channel: 'email', target })),
    ...(rule.webhookUrl === null ? [] : [{ channel: 'webhook', target: rule.webhookUrl }]),
  ]
  const send = { dyadId, alertId: id, ruleId: rule.id, dueAt: at }
  if (!silent) await tx.watchDelivery.createMany({ data: sends.map((one) => ({ ...send, ...one, id: randomUUID() })) })
  return true
}
