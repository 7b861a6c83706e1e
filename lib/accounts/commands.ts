import 'server-only'
import { countAttempt, limitsOf } from '@/lib/auth/limits'
import { hashPassword, passwordOpens, randomPassword } from '@/lib/auth/passwords'
import { authorize, type Role } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { waitSentence } from '@/lib/auth/wait-sentence'
import { database } from '@/lib/db/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { appendEvent, lockAccounts } from './events'
import type { ChangePassword, NewAccount } from './schema'

/** An account, and its password where it was made at random: shown once, kept nowhere. */
export interface IssuedPassword {
  accountId: string
  login: string
  password: string | null
}

const ACCOUNT = { id: true, login: true, role: true, active: true } as const

async function accountIn(tx: Transaction, where: { id: string } | { login: string }) {
  const account = await tx.account.findUnique({ where, select: ACCOUNT })
  if (!account) throw new DeskError('NOT_FOUND', 'There is no such account.')
  return account
}

/** Call under the lock, before an admin is demoted or deactivated. */
async function refuseLastAdmin(tx: Transaction, accountId: string): Promise<void> {
  const others = await tx.account.count({ where: { role: 'admin', active: true, id: { not: accountId } } })
  if (others === 0) throw new DeskError('CONFLICT', 'This is the last active admin. Make another one first.')
}

/**
 * Makes an account; without a password a random one is made and returned.
 * @throws DeskError FORBIDDEN; CONFLICT when the login is taken.
 */
export async function createAccount(viewer: Viewer, input: NewAccount): Promise<IssuedPassword> {
  authorize(viewer, 'account:manage')
  const { login, name, role } = input
  const password = input.password ?? randomPassword()
  const passwordHash = await hashPassword(password)
  return inTransaction(async (tx) => {
    await lockAccounts(tx)
    if (await tx.account.findUnique({ where: { login }, select: { id: true } })) {
      throw new DeskError('CONFLICT', `There is an account ${login} already.`, { login: ['This login is taken.'] })
    }
    const { id } = await tx.account.create({ data: { login, name, role, passwordHash }, select: { id: true } })
    await appendEvent(tx, viewer, id, 'created', { login, name, role })
    return { accountId: id, login, password: input.password ? null : password }
  })
}

/**
 * Gives an account another role, from its next request on.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT for the last active admin.
 */
export async function setRole(viewer: Viewer, accountId: string, role: Role): Promise<void> {
  authorize(viewer, 'account:manage')
  await inTransaction(async (tx) => {
    await lockAccounts(tx)
    const account = await accountIn(tx, { id: accountId })
    if (account.role === role) return
    if (account.role === 'admin' && account.active) await refuseLastAdmin(tx, accountId)
    await tx.account.update({ where: { id: accountId }, data: { role } })
    await appendEvent(tx, viewer, accountId, 'role', { from: account.role, to: role })
  })
}

/**
 * Deactivates an account, which ends its sessions for good, or lets it in again.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT for the last active admin.
 */
export async function setActive(viewer: Viewer, accountId: string, active: boolean): Promise<void> {
  authorize(viewer, 'account:manage')
  await inTransaction(async (tx) => {
    await lockAccounts(tx)
    const account = await accountIn(tx, { id: accountId })
    if (account.active === active) return
    if (!active && account.role === 'admin') await refuseLastAdmin(tx, accountId)
    await tx.account.update({
      where: { id: accountId },
      data: { active, ...(active ? {} : { sessionEpoch: { increment: 1 } }) },
    })
    await appendEvent(tx, viewer, accountId, active ? 'reactivated' : 'deactivated')
  })
}

/** Stores a hash and ends the sessions that the password before it opened. */
async function replacePassword(tx: Transaction, viewer: Viewer, accountId: string, passwordHash: string) {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash, sessionEpoch: { increment: 1 } } })
  await appendEvent(tx, viewer, accountId, 'password', { own: viewer.accountId === accountId })
}

/**
 * Gives an account, by its id or its login, a new password: the one given, or a random one that is returned. Ends its sessions.
 * @throws DeskError FORBIDDEN, NOT_FOUND
 */
export async function setPassword(
  viewer: Viewer,
  which: { id: string } | { login: string },
  given?: string,
): Promise<IssuedPassword> {
  authorize(viewer, 'account:manage')
  const password = given ?? randomPassword()
  const passwordHash = await hashPassword(password)
  const account = await inTransaction(async (tx) => {
    const found = await accountIn(tx, which)
    await replacePassword(tx, viewer, found.id, passwordHash)
    return found
  })
  // Whoever was locked out by too many attempts can use the new one at once.
  await limitsOf(await database()).account.delete(account.login)
  return { accountId: account.id, login: account.login, password: given ? null : password }
}

function ownAccountId(viewer: Viewer): string {
  authorize(viewer, 'account:self')
  if (!viewer.accountId) throw new DeskError('INVALID', 'The command line has no account of its own.')
  return viewer.accountId
}

/**
 * Changes the viewer's own password and ends all their sessions, this one included.
 * @throws DeskError INVALID by field when the current password is wrong; RATE_LIMITED after five wrong ones in 15 minutes.
 */
export async function changeOwnPassword(viewer: Viewer, { current, next }: ChangePassword): Promise<void> {
  const accountId = ownAccountId(viewer)
  const prisma = await database()
  const { password: limiter } = limitsOf(prisma)
  const limited = await countAttempt(limiter, accountId)
  if (limited) throw new DeskError('RATE_LIMITED', waitSentence(limited.minutes))
  const account = await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { passwordHash: true } })
  if (!(await passwordOpens(account.passwordHash, current))) {
    throw new DeskError('INVALID', 'The password was not changed.', { current: ['This is not your password.'] })
  }
  const passwordHash = await hashPassword(next)
  await inTransaction((tx) => replacePassword(tx, viewer, accountId, passwordHash))
  await limiter.delete(accountId)
}

/** Ends all sessions of the viewer, this one included. */
export async function signOutEverywhere(viewer: Viewer): Promise<void> {
  const accountId = ownAccountId(viewer)
  await inTransaction(async (tx) => {
    await tx.account.update({ where: { id: accountId }, data: { sessionEpoch: { increment: 1 } } })
    await appendEvent(tx, viewer, accountId, 'signed-out-everywhere')
  })
}

export { ensureFirstAccounts, type FirstAccount } from './first-accounts'
