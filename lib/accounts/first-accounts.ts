import 'server-only'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword, randomPassword } from '@/lib/auth/passwords'
import { ROLES, type Role } from '@/lib/auth/permissions'
import { database } from '@/lib/db/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { appendEvent, lockAccounts } from './events'

/** One of the first accounts, with its password: to be printed once. */
export interface FirstAccount {
  login: string
  role: Role
  password: string
}

/** Name of the file with the first passwords, in the data folder. */
export const FIRST_ACCOUNTS_FILE = 'accounts.txt'

const NAMES: Record<Role, string> = { viewer: 'Viewer', analyst: 'Analyst', reviewer: 'Reviewer', admin: 'Admin' }

function fileText(accounts: FirstAccount[]): string {
  const width = Math.max(...accounts.map(({ login }) => login.length)) + 2
  const lines = accounts.map(({ login, password }) => `${login.padEnd(width)}${password}`)
  return `The first accounts of this desk. Change the passwords on the account page, then delete this file.\n\n${lines.join('\n')}\n`
}

/** Nobody else can read it at any moment: it is made under another name with its mode, and put in place complete. */
function writePrivately(dataDir: string, text: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, FIRST_ACCOUNTS_FILE)
  const fresh = `${path}.new-${process.pid}`
  rmSync(fresh, { force: true })
  writeFileSync(fresh, text, { mode: 0o600, flag: 'wx', flush: true })
  renameSync(fresh, path)
}

async function insertAll(tx: Transaction, accounts: (FirstAccount & { passwordHash: string })[]): Promise<void> {
  for (const { login, role, passwordHash } of accounts) {
    const { id } = await tx.account.create({
      data: { login, name: NAMES[role], role, passwordHash },
      select: { id: true },
    })
    await appendEvent(tx, null, id, 'created', { login, name: NAMES[role], role })
  }
}

/**
 * Makes one account per role when there is no account at all, and writes their passwords to `accounts.txt` in the data folder,
 * readable by its owner only. Returns them, or nothing when there were accounts already. Of two processes that start at once
 * one makes them. The file is written before the accounts are committed: when it cannot be, there are none.
 */
export async function ensureFirstAccounts(dataDir: string): Promise<FirstAccount[]> {
  if ((await (await database()).account.count()) > 0) return []
  const accounts = await Promise.all(
    ROLES.map(async (role) => {
      const password = randomPassword()
      return { login: role, role, password, passwordHash: await hashPassword(password) }
    }),
  )
  return inTransaction(async (tx) => {
    await lockAccounts(tx)
    if ((await tx.account.count()) > 0) return []
    await insertAll(tx, accounts)
    const first = accounts.map(({ login, role, password }) => ({ login, role, password }))
    writePrivately(dataDir, fileText(first))
    return first
  })
}
