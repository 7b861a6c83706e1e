import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { isOpenTo, saysSame } from '@/lib/again'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { WatchRule } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { refuseChannels } from './channels'
import {
  type Done,
  isChangeOfOwned,
  keepState,
  lockRules,
  maySee,
  ownerFor,
  refuseOthers,
  type WatchWritten,
} from './owned'
import { reachOf } from './reach'
import {
  type ArchiveInput,
  type ChangeRuleInput,
  conditionOf,
  type NewRuleInput,
  type Reach,
  type SwitchRuleInput,
} from './schema'
import type { RuleStands } from './views'

const reachColumns = (where: Reach) => ({
  reach: where.reach,
  dyadId: where.reach === 'dyad' ? where.dyadId : null,
  listId: where.reach === 'list' ? where.listId : null,
})

/** A rule as it is kept for good; the secret of its webhook is not. */
const stateOf = (rule: WatchRule) => ({
  name: rule.name,
  condition: conditionOf(rule.condition),
  where: reachOf(rule),
  status: rule.status,
  emails: rule.emails,
  webhookUrl: rule.webhookUrl,
})

/** What of a rule is typed. */
type Content = Pick<NewRuleInput, 'name' | 'condition' | 'where' | 'emails' | 'webhookUrl'>

/** Whether a rule says this. */
const says =
  ({ name, condition, where, emails, webhookUrl }: Content) =>
  (rule: WatchRule): boolean => {
    const state = stateOf(rule)
    return saysSame({ ...state, name, condition, where, emails, webhookUrl }, state)
  }

/** @throws DeskError FORBIDDEN for a rule about what its maker may not see. */
function authorizeCondition(viewer: Viewer, { condition }: Pick<NewRuleInput, 'condition'>): void {
  if (condition.kind === 'unreviewed') authorize(viewer, 'incident:read-unpublished')
}

/** A rule may only look through a list that its own readers may see. */
async function refuseList(tx: Transaction, viewer: Viewer, scope: string, where: Reach): Promise<void> {
  if (where.reach !== 'list') return
  const list = await tx.watchlist.findUnique({ where: { id: where.listId } })
  const message =
    !list || !maySee(viewer, list)
      ? 'There is no such watchlist.'
      : scope === 'team' && list.scope !== 'team'
        ? 'A rule of the team needs a list of the team.'
        : list.archivedAt
          ? 'This list is archived.'
          : null
  if (message) throw new DeskError('INVALID', message, { where: [message] })
}

/**
 * Makes a rule, switched off. The same `requestId` again makes no second one: what it says now is saved to the first, where nobody
 * wrote to that since.
 * @throws DeskError FORBIDDEN; INVALID for a list that it cannot look through, or a way of sending that this desk lacks; CONFLICT as
 * `isChangeOfOwned`.
 */
export async function createRule(viewer: Viewer, input: NewRuleInput): Promise<WatchWritten> {
  const ownerId = ownerFor(viewer, input.scope)
  authorizeCondition(viewer, input)
  refuseChannels(viewer, input, null)
  return inTransaction(async (tx) => {
    await lockRules(tx)
    const id = input.requestId ?? randomUUID()
    const there = await tx.watchRule.findUnique({ where: { id } })
    if (there) {
      const { scope } = input
      const isChange = isChangeOfOwned(viewer, 'rule', there, { scope, same: says(input)(there) })
      return isChange ? putContent(tx, viewer, there, input) : { id, revision: there.revision }
    }
    await refuseList(tx, viewer, input.scope, input.where)
    const at = now()
    const { scope, name, condition, where, emails, webhookUrl } = input
    const webhookSecret = randomBytes(32).toString('hex')
    const content = { scope, ownerId, name, condition, ...reachColumns(where), emails, webhookUrl, webhookSecret }
    const stamps = { createdAt: at, updatedAt: at, updatedById: viewer.accountId }
    const rule = await tx.watchRule.create({ data: { id, ...content, status: 'off', revision: 1, ...stamps } })
    await keepState(tx, viewer, 'rule', rule, 'created', stateOf(rule))
    return { id, revision: 1 }
  })
}

/**
 * Reads a rule for a change, after which it `will` be so.
 * @throws DeskError NOT_FOUND, FORBIDDEN, CONFLICT with the rule as it stands.
 */
async function lockedRule(
  tx: Transaction,
  viewer: Viewer,
  { id, baseRevision }: Pick<ChangeRuleInput, 'id' | 'baseRevision'>,
  will: (rule: WatchRule) => boolean,
): Promise<WatchRule> {
  await lockRules(tx)
  const rule = refuseOthers(viewer, await tx.watchRule.findUnique({ where: { id } }), 'rule')
  if (!isOpenTo(viewer, rule, baseRevision, will))
    throw new DeskError('CONFLICT', 'Somebody changed this rule meanwhile.', undefined, {
      revision: rule.revision,
      state: stateOf(rule) satisfies RuleStands,
    })
  return rule
}

/**
 * Changes a rule; saying the same again writes nothing. One that is on and now waits for something else, or looks elsewhere, tells
 * of what happens from now on.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT with the rule as it stands; INVALID as `createRule`, and for an archived one.
 */
export async function changeRule(viewer: Viewer, input: ChangeRuleInput): Promise<WatchWritten> {
  authorize(viewer, 'watch:own')
  authorizeCondition(viewer, input)
  return inTransaction(async (tx) => {
    const rule = await lockedRule(tx, viewer, input, says(input))
    if (rule.status === 'archived') throw new DeskError('INVALID', 'This rule is archived. Bring it back first.')
    if (says(input)(rule)) return { id: rule.id, revision: rule.revision }
    return putContent(tx, viewer, rule, input)
  })
}

async function putContent(tx: Transaction, viewer: Viewer, rule: WatchRule, content: Content): Promise<WatchWritten> {
  refuseChannels(viewer, content, rule)
  await refuseList(tx, viewer, rule.scope, content.where)
  const { name, condition, where, emails, webhookUrl } = content
  const before = stateOf(rule)
  const moved = !saysSame({ condition, where }, { condition: before.condition, where: before.where })
  const since = rule.status === 'on' && moved ? { activeSince: now() } : {}
  const data = { name, condition, ...reachColumns(where), emails, webhookUrl, ...since }
  return put(tx, viewer, rule, data, 'changed')
}

/**
 * Switches a rule on or off. It tells of what happens from now on.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT as `changeRule`; INVALID for an archived one.
 */
export async function switchRule(viewer: Viewer, input: SwitchRuleInput): Promise<WatchWritten> {
  authorize(viewer, 'watch:own')
  const { on } = input
  const isSo = ({ status }: WatchRule) => status === (on ? 'on' : 'off')
  return inTransaction(async (tx) => {
    const rule = await lockedRule(tx, viewer, input, isSo)
    if (rule.status === 'archived') throw new DeskError('INVALID', 'This rule is archived. Bring it back first.')
    if (isSo(rule)) return { id: rule.id, revision: rule.revision }
    const data = on ? { status: 'on', activeSince: now() } : { status: 'off', activeSince: null }
    return put(tx, viewer, rule, data, on ? 'switched-on' : 'switched-off')
  })
}

/**
 * Puts a rule aside, switched off, or brings it back, still off. What it told stays.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT as `changeRule`.
 */
export async function archiveRule(viewer: Viewer, input: ArchiveInput): Promise<WatchWritten> {
  authorize(viewer, 'watch:own')
  return inTransaction(async (tx) => {
    const isSo = ({ status }: WatchRule) => (status === 'archived') === input.archived
    const rule = await lockedRule(tx, viewer, input, isSo)
    if (isSo(rule)) return { id: rule.id, revision: rule.revision }
    const data = { status: input.archived ? 'archived' : 'off', activeSince: null }
    return put(tx, viewer, rule, data, input.archived ? 'archived' : 'restored')
  })
}

type RuleData = Parameters<Transaction['watchRule']['update']>[0]['data']

async function put(
  tx: Transaction,
  viewer: Viewer,
  { id, revision }: WatchRule,
  data: RuleData,
  done: Done,
): Promise<WatchWritten> {
  const stamps = { revision: revision + 1, updatedAt: now(), updatedById: viewer.accountId }
  const rule = await tx.watchRule.update({ where: { id }, data: { ...data, ...stamps } })
  await keepState(tx, viewer, 'rule', rule, done, stateOf(rule))
  return { id, revision: rule.revision }
}
