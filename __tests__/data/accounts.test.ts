import * as commands from '@/lib/accounts/commands'
import { listAccountEvents, listAccounts, listSignIns } from '@/lib/accounts/queries'
import { operator } from '@/lib/auth/operator'
import { verifyPassword } from '@/lib/auth/passwords'
import { ROLES, type Role } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { startFreshDatabase } from '../support/database'
import { viewerWith } from '../support/viewers'

startFreshDatabase()

const { createAccount, setActive, setPassword, setRole, signOutEverywhere } = commands
let made = 0
const someone = (more: Partial<Parameters<typeof createAccount>[1]> = {}) => ({
  login: `new-${++made}`,
  name: 'New One',
  role: 'analyst' as const,
  ...more,
})

async function accountOf(login: string) {
  return (await database()).account.findUniqueOrThrow({ where: { login } })
}

async function actionsOn(accountId: string): Promise<string[]> {
  const events = await (await database()).accountEvent.findMany({ where: { accountId }, orderBy: { id: 'asc' } })
  return events.map(({ action }) => action)
}

/** Leaves one active admin, and returns it. */
async function onlyAdmin(): Promise<Viewer> {
  const admin = await viewerWith('admin')
  const prisma = await database()
  await prisma.account.updateMany({
    where: { role: 'admin', id: { not: admin.accountId ?? '' } },
    data: { active: false },
  })
  return admin
}

test('an account made without a password gets a random one that opens it', async () => {
  const issued = await createAccount(await viewerWith('admin'), someone())
  expect(issued.password).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}$/)
  const { passwordHash } = await accountOf(issued.login)
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
  expect(await verifyPassword(passwordHash, issued.password ?? '')).toBe(true)
})

test('an account made with a password keeps it, and does not say it again', async () => {
  const issued = await createAccount(operator(), someone({ password: 'a chosen password' }))
  expect(issued.password).toBeNull()
  expect(await verifyPassword((await accountOf(issued.login)).passwordHash, 'a chosen password')).toBe(true)
})

test('a login can be taken once', async () => {
  const { login } = await createAccount(operator(), someone())
  const again = createAccount(operator(), someone({ login }))
  await expect(again).rejects.toMatchObject({ code: 'CONFLICT', fieldErrors: { login: expect.anything() } })
  const twins = [1, 2].map(() => createAccount(operator(), someone({ login: 'twin' })))
  const settled = await Promise.allSettled(twins)
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the last active admin can be neither demoted nor deactivated', async () => {
  const admin = await onlyAdmin()
  const id = admin.accountId ?? ''
  await expect(setRole(admin, id, 'reviewer')).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(setActive(admin, id, false)).rejects.toMatchObject({ code: 'CONFLICT' })
  await viewerWith('admin')
  await setRole(admin, id, 'reviewer')
  expect((await accountOf(admin.login)).role).toBe('reviewer')
})

test('two admins who demote each other at once leave one', async () => {
  const first = await onlyAdmin()
  const second = await viewerWith('admin')
  const settled = await Promise.allSettled([
    setRole(first, second.accountId ?? '', 'analyst'),
    setRole(second, first.accountId ?? '', 'analyst'),
  ])
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('each change appends what was done, by whom, and a change to the same does not', async () => {
  const admin = await viewerWith('admin')
  const { accountId } = await createAccount(admin, someone())
  await setRole(admin, accountId, 'reviewer')
  await setRole(admin, accountId, 'reviewer')
  await setPassword(admin, { id: accountId })
  await setActive(admin, accountId, false)
  await setActive(admin, accountId, false)
  await setActive(admin, accountId, true)
  expect(await actionsOn(accountId)).toEqual(['created', 'role', 'password', 'deactivated', 'reactivated'])
  const { rows } = await listAccountEvents(admin)
  expect(rows[0]).toMatchObject({ action: 'reactivated', by: admin.login })
  expect(rows.find(({ action }) => action === 'role')?.detail).toEqual({ from: 'analyst', to: 'reviewer' })
})

test('no event tells a password', async () => {
  const issued = await createAccount(operator(), someone())
  const events = await (await database()).accountEvent.findMany({ where: { accountId: issued.accountId } })
  expect(JSON.stringify(events.map(({ detail }) => detail))).not.toContain(issued.password)
})

test.each(['UPDATE account_event SET action = $$nothing$$', 'DELETE FROM account_event', 'DELETE FROM account'])(
  'the database refuses: %s',
  async (statement) => {
    await createAccount(operator(), someone())
    await expect((await database()).$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
  },
)

test('a command that fails leaves neither account nor event', async () => {
  const before = await (await database()).accountEvent.count()
  await expect(setRole(operator(), crypto.randomUUID(), 'viewer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await (await database()).accountEvent.count()).toBe(before)
})

test('the command line has no sessions and no password of its own', async () => {
  await expect(signOutEverywhere(operator())).rejects.toMatchObject({ code: 'INVALID' })
})

test('sign-ins are read newest first, page by page, each once, of one outcome when asked', async () => {
  const prisma = await database()
  const data = Array.from({ length: 120 }, (_, i) => ({
    login: `row-${i}`,
    address: '192.0.2.1',
    outcome: i % 2 ? 'ok' : 'wrong',
    agent: '',
  }))
  await prisma.signIn.createMany({ data })
  const admin = await viewerWith('admin')
  const seen: string[] = []
  let before: string | undefined
  do {
    const page = await listSignIns(admin, { before })
    seen.push(...page.rows.map(({ login }) => login))
    before = page.next ?? undefined
  } while (before)
  expect(seen).toEqual(data.map(({ login }) => login).reverse())
  const wrong = await listSignIns(admin, { outcome: 'wrong' })
  expect(new Set(wrong.rows.map(({ outcome }) => outcome))).toEqual(new Set(['wrong']))
})

const nobody = crypto.randomUUID()
const OPERATIONS: Record<string, { may: readonly Role[]; run: (viewer: Viewer) => Promise<unknown> }> = {
  createAccount: { may: ['admin'], run: (viewer) => createAccount(viewer, someone()) },
  setRole: { may: ['admin'], run: (viewer) => setRole(viewer, nobody, 'viewer') },
  setActive: { may: ['admin'], run: (viewer) => setActive(viewer, nobody, false) },
  setPassword: { may: ['admin'], run: (viewer) => setPassword(viewer, { id: nobody }) },
  changeOwnPassword: {
    may: ROLES,
    run: (viewer) =>
      commands.changeOwnPassword(viewer, { current: 'x', next: 'a new password', again: 'a new password' }),
  },
  signOutEverywhere: { may: ROLES, run: signOutEverywhere },
  listAccounts: { may: ['admin'], run: listAccounts },
  listAccountEvents: { may: ['admin'], run: listAccountEvents },
  listSignIns: { may: ['admin'], run: listSignIns },
}

const cases = Object.entries(OPERATIONS).flatMap(([name, { may, run }]) =>
  ROLES.map((role) => ({ name, role, run, verb: may.includes(role) ? 'is open to' : 'refuses' })),
)

test.each(cases)('$name $verb a $role', async ({ role, run, verb }) => {
  const code = await run(await viewerWith(role)).then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  )
  expect(code === 'FORBIDDEN').toBe(verb === 'refuses')
})
