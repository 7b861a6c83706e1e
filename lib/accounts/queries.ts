import 'server-only'
import type { RecordedOutcome } from '@/lib/auth/outcomes'
import { authorize, type Role } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { SignInFilter } from './schema'

export interface AccountView {
  id: string
  login: string
  name: string
  role: Role
  active: boolean
  createdAt: Date
}

export interface SignInView {
  id: string
  at: Date
  login: string
  address: string
  outcome: RecordedOutcome
  agent: string
}

export interface AccountEventView {
  id: string
  at: Date
  /** Login of the account, and of who did it: null for the command line or the product itself. */
  login: string
  by: string | null
  action: string
  detail: unknown
}

/** A page of a list that only grows; `next` is the cursor of the page after it, or null at the end. */
export interface Page<T> {
  rows: T[]
  next: string | null
}

const PAGE_SIZE = 50

function pageOf<T extends { id: bigint }>(found: T[]): Page<T> {
  const rows = found.slice(0, PAGE_SIZE)
  return { rows, next: found.length > PAGE_SIZE ? String(rows[PAGE_SIZE - 1].id) : null }
}

const before = (cursor: string | undefined) => (cursor ? { id: { lt: BigInt(cursor) } } : {})

/** All accounts by login, deactivated ones last. */
export async function listAccounts(viewer: Viewer): Promise<AccountView[]> {
  authorize(viewer, 'account:manage')
  return (await database()).account.findMany({
    select: { id: true, login: true, name: true, role: true, active: true, createdAt: true },
    orderBy: [{ active: 'desc' }, { login: 'asc' }],
  })
}

/** A page of the sign-ins, newest first, of all outcomes or of one. */
export async function listSignIns(viewer: Viewer, filter: SignInFilter = {}): Promise<Page<SignInView>> {
  authorize(viewer, 'sign-in:read')
  const found = await (await database()).signIn.findMany({
    where: { ...before(filter.before), outcome: filter.outcome },
    select: { id: true, at: true, login: true, address: true, outcome: true, agent: true },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const { rows, next } = pageOf(found)
  return {
    rows: rows.map((row) => ({ ...row, id: String(row.id), outcome: row.outcome as RecordedOutcome })),
    next,
  }
}

/** A page of what was done to accounts, newest first. */
export async function listAccountEvents(
  viewer: Viewer,
  filter: { before?: string } = {},
): Promise<Page<AccountEventView>> {
  authorize(viewer, 'account:manage')
  const prisma = await database()
  const found = await prisma.accountEvent.findMany({
    where: before(filter.before),
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const { rows, next } = pageOf(found)
  const ids = [...new Set(rows.flatMap((row) => [row.accountId, row.byId ?? []].flat()))]
  const accounts = await prisma.account.findMany({ where: { id: { in: ids } }, select: { id: true, login: true } })
  const logins = new Map(accounts.map(({ id, login }) => [id, login]))
  return {
    rows: rows.map(({ id, at, accountId, byId, action, detail }) => ({
      id: String(id),
      at,
      login: logins.get(accountId) ?? accountId,
      by: byId && (logins.get(byId) ?? byId),
      action,
      detail,
    })),
    next,
  }
}
