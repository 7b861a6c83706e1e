import { logActivity } from '@/lib/activity/log'
import { isChangeOf, refuseMade } from '@/lib/again'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { Prisma } from '@/lib/db/generated/client'
import { lock, lockTogether } from '@/lib/db/locks'
import type { Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import type { Scope } from './schema'

/** Whose a list or a rule is. */
export interface Owned {
  scope: string
  ownerId: string
}

/** Everybody sees the team's, and nobody another person's own. */
export const maySee = (viewer: Viewer, { scope, ownerId }: Owned): boolean =>
  scope === 'team' || ownerId === viewer.accountId

/** People change their own, and those who may the team's. */
export const mayChange = (viewer: Viewer, owned: Owned): boolean =>
  owned.scope === 'team' ? may(viewer, 'watch:team') : may(viewer, 'watch:own') && owned.ownerId === viewer.accountId

/** The part of a query that leaves what the viewer may see. */
export const seenBy = ({ accountId }: Viewer): { OR: [{ scope: 'team' }, ...{ ownerId: string }[]] } => ({
  OR: [{ scope: 'team' }, ...(accountId === null ? [] : [{ ownerId: accountId }])],
})

/**
 * The account that a new list or rule belongs to.
 * @throws DeskError FORBIDDEN by scope, and for the command line, which has no inbox.
 */
export function ownerFor(viewer: Viewer, scope: Scope): string {
  authorize(viewer, scope === 'team' ? 'watch:team' : 'watch:own')
  if (viewer.accountId === null) throw new DeskError('FORBIDDEN', 'Only somebody with an account can watch.')
  return viewer.accountId
}

/** @throws DeskError NOT_FOUND for what the viewer may not see, FORBIDDEN for what they may not change. */
export function refuseOthers<T extends Owned>(viewer: Viewer, found: T | null, what: string): T {
  if (!found || !maySee(viewer, found)) throw new DeskError('NOT_FOUND', `There is no such ${what}.`)
  if (!mayChange(viewer, found)) throw new DeskError('FORBIDDEN', `A ${what} of the team is changed by reviewers.`)
  return found
}

/** Where a write left a list or a rule. */
export interface WatchWritten {
  id: string
  revision: number
}

/**
 * Whether what an earlier call made under the same id needs to be changed to say what is asked for now.
 * @throws DeskError CONFLICT as `isChangeOf`, and where it was made as somebody's own and is to be the team's, or the other way.
 */
export function isChangeOfOwned(
  viewer: Viewer,
  what: string,
  { id, revision, ownerId, scope }: WatchWritten & Owned,
  asked: { scope: Scope; same: boolean },
): boolean {
  const same = asked.same && asked.scope === scope
  const isChange = isChangeOf(viewer, what, { id, revision, byId: ownerId, same })
  if (asked.scope === scope) return isChange
  const whose = scope === 'team' ? 'the team’s' : 'your own'
  throw refuseMade(id, `This ${what} was made already, as ${whose}, which it stays. Go on from it there.`)
}

export type Done = 'created' | 'changed' | 'archived' | 'restored' | 'switched-on' | 'switched-off'

interface Kept extends Owned {
  id: string
  name: string
  revision: number
}

/** Keeps a state of a list or a rule for good, and notes in the team's log that there is one. */
export async function keepState(
  tx: Transaction,
  viewer: Viewer,
  subject: 'list' | 'rule',
  { id, name, scope, revision }: Kept,
  done: Done,
  state: Prisma.InputJsonObject,
): Promise<void> {
  const event = { subjectId: id, revision, subject, at: now(), byId: viewer.accountId, action: done, state }
  await tx.watchEvent.create({ data: event })
  const detail = scope === 'team' ? { scope, done, title: name } : { scope, done }
  const action = subject === 'list' ? 'watchlist-written' : 'watch-rule-written'
  await logActivity(tx, viewer, { action, subject: id, detail })
}

/**
 * Waits until nobody judges a dyad by the rules as they are, and keeps others from it until the transaction ends: so whatever is
 * judged later sees what is written now, and whatever was judged before was written before.
 */
export async function lockRules(tx: Transaction): Promise<void> {
  await lock(tx, 'rules')
}

/** Keeps lists and rules as they are until the transaction ends; many can at once. */
export async function holdRules(tx: Transaction): Promise<void> {
  await lockTogether(tx, 'rules')
}
