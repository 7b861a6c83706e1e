import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureFirstAccounts } from '@/lib/accounts/commands'
import { verifyPassword } from '@/lib/auth/passwords'
import { database } from '@/lib/db/client'
import { startFreshDatabase } from '../support/database'

startFreshDatabase()

const folder = () => mkdtempSync(join(tmpdir(), 'accounts-'))

// In this order: the database is empty until the second test fills it.
test('when the passwords cannot be written there are no accounts', async () => {
  const notAFolder = join(folder(), 'file')
  writeFileSync(notAFolder, '')
  await expect(ensureFirstAccounts(notAFolder)).rejects.toThrow()
  expect(await (await database()).account.count()).toBe(0)
  expect(await (await database()).accountEvent.count()).toBe(0)
})

test('two starts at once make one account per role, once, with passwords that only the owner can read', async () => {
  const dataDir = folder()
  const path = join(dataDir, 'accounts.txt')
  // Left over from an older database, and readable by all.
  writeFileSync(path, 'old', { mode: 0o644 })
  chmodSync(path, 0o644)
  const [one, other] = await Promise.all([ensureFirstAccounts(dataDir), ensureFirstAccounts(dataDir)])
  const first = [...one, ...other]
  expect(first.map(({ login, role }) => [login, role])).toEqual(
    ['viewer', 'analyst', 'reviewer', 'admin'].map((role) => [role, role]),
  )
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir)).toEqual(['accounts.txt'])
  const text = readFileSync(path, 'utf8')
  for (const { login, password } of first) {
    expect(text).toMatch(new RegExp(`^${login} +${password}$`, 'm'))
    const account = await (await database()).account.findUniqueOrThrow({ where: { login } })
    expect(await verifyPassword(account.passwordHash, password)).toBe(true)
  }
  expect(new Set(first.map(({ password }) => password)).size).toBe(4)
})

test('a later start makes nothing and writes nothing', async () => {
  const dataDir = folder()
  expect(await ensureFirstAccounts(dataDir)).toEqual([])
  expect(existsSync(join(dataDir, 'accounts.txt'))).toBe(false)
  expect(await (await database()).account.count()).toBe(4)
})
