import { makeLimits } from '@/lib/auth/limits'
import { hashPassword } from '@/lib/auth/passwords'
import { type SignInAttempt, type SignInOutcome, signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/client'
import { startFreshDatabase } from '../support/database'

startFreshDatabase()

const PASSWORD = 'correct horse battery'
let made = 0

/** An account of this file's database that knows PASSWORD. */
async function makeAccount(active = true) {
  const login = `someone-${++made}`
  const data = { login, name: login, role: 'analyst' as const, passwordHash: await hashPassword(PASSWORD), active }
  return (await database()).account.create({ data })
}

/** An attempt from an address that no other test uses. */
const attempt = (login: string, password: string, more: Partial<SignInAttempt> = {}): SignInAttempt => ({
  login,
  password,
  address: `192.0.2.${++made}`,
  agent: 'test',
  ...more,
})

async function recorded(login: string): Promise<string[]> {
  const rows = await (await database()).signIn.findMany({ where: { login }, orderBy: { id: 'asc' } })
  return rows.map((row) => row.outcome)
}

async function times(count: number, run: () => Promise<SignInOutcome>): Promise<string[]> {
  const outcomes: string[] = []
  for (let i = 0; i < count; i++) outcomes.push((await run()).outcome)
  return outcomes
}

test('the right password opens the account, however its login is written', async () => {
  const { id, login } = await makeAccount()
  expect(await signIn(attempt(` ${login.toUpperCase()} `, PASSWORD))).toEqual({
    outcome: 'ok',
    accountId: id,
    epoch: 1,
  })
})

test('a wrong password, an unknown account and a deactivated one get the same answer', async () => {
  const known = await makeAccount()
  const gone = await makeAccount(false)
  expect(await signIn(attempt(known.login, 'not the password'))).toEqual({ outcome: 'wrong' })
  expect(await signIn(attempt('nobody at all', PASSWORD))).toEqual({ outcome: 'wrong' })
  expect(await signIn(attempt(gone.login, PASSWORD))).toEqual({ outcome: 'wrong' })
  expect(await recorded(known.login)).toEqual(['wrong'])
  expect(await recorded('nobody at all')).toEqual(['wrong'])
  expect(await recorded(gone.login)).toEqual(['inactive'])
})

test('an unknown account costs as much work as a wrong password', async () => {
  const { login } = await makeAccount()
  // Processor time of all threads: unlike the time on the clock it does not depend on what else the machine does.
  const work = async (name: string) => {
    const start = process.cpuUsage()
    await signIn(attempt(name, 'not the password'))
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let i = 0; i < 5; i++) {
    known.push(await work(login))
    unknown.push(await work('no such person'))
  }
  // Without the decoy an unknown account costs a fraction.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.7)
})

test.each(['known', 'unknown'])('after five failures the sixth attempt on %s account has to wait', async (kind) => {
  const login = kind === 'known' ? (await makeAccount()).login : 'an unknown one'
  expect(await times(5, () => signIn(attempt(login, 'not the password')))).toEqual(Array(5).fill('wrong'))
  expect(await signIn(attempt(login, PASSWORD))).toEqual({ outcome: 'limited', minutes: 15 })
})

test('of the attempts made while waiting the first alone is recorded', async () => {
  const { login } = await makeAccount()
  await times(8, () => signIn(attempt(login, 'not the password')))
  expect(await recorded(login)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'limited'])
})

test('two processes share the count', async () => {
  const prisma = await database()
  const [one, other] = [makeLimits(prisma), makeLimits(prisma)]
  const { login } = await makeAccount()
  await times(3, () => signIn(attempt(login, 'not the password'), one))
  expect(await times(3, () => signIn(attempt(login, 'not the password'), other))).toEqual(['wrong', 'wrong', 'limited'])
})

test('guesses made at once are all counted', async () => {
  const { login } = await makeAccount()
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => signIn(attempt(login, 'not the password'))))
  expect(outcomes.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(5)
})

test('a success gives back what the failures before it used up', async () => {
  const { login } = await makeAccount()
  await times(4, () => signIn(attempt(login, 'not the password')))
  expect((await signIn(attempt(login, PASSWORD))).outcome).toBe('ok')
  expect(await times(6, () => signIn(attempt(login, 'not the password')))).toEqual([
    ...Array(5).fill('wrong'),
    'limited',
  ])
})

test('thirty failures from one address make it wait, whichever accounts it tries; successes do not count', async () => {
  const address = '203.0.113.9'
  const { login } = await makeAccount()
  for (let i = 0; i < 30; i++) await signIn(attempt(`guess-${i}`, 'not the password', { address }))
  expect((await signIn(attempt(login, PASSWORD, { address }))).outcome).toBe('limited')

  const office = '203.0.113.10'
  expect(await times(35, () => signIn(attempt(login, PASSWORD, { address: office })))).toEqual(Array(35).fill('ok'))
})

test('addresses of one IPv6 network count as one', async () => {
  for (let i = 0; i < 30; i++) await signIn(attempt(`v6-${i}`, 'no', { address: `2001:db8:1:2:${i + 1}::1` }))
  expect((await signIn(attempt('v6-31', 'no', { address: '2001:db8:1:2::ffff' }))).outcome).toBe('limited')
  expect((await signIn(attempt('v6-32', 'no', { address: '2001:db8:1:3::ffff' }))).outcome).toBe('wrong')
})

test('a limit ends when its fifteen minutes are over', async () => {
  const { login } = await makeAccount()
  await times(6, () => signIn(attempt(login, 'not the password')))
  await (await database()).rateLimiterFlexible.updateMany({
    where: { key: `attempt-account:${login}` },
    data: { expire: new Date(Date.now() - 1000) },
  })
  expect((await signIn(attempt(login, PASSWORD))).outcome).toBe('ok')
})

test('text that no account can have is an ordinary failure, and is cut in the record', async () => {
  const odd = 'x\0\ud800'.repeat(200)
  expect(await signIn(attempt(odd, 'p'.repeat(100_000), { agent: odd }))).toEqual({ outcome: 'wrong' })
  const row = await (await database()).signIn.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(row.login.length).toBeLessThanOrEqual(200)
})

test.each(['UPDATE sign_in SET outcome = $$ok$$', 'DELETE FROM sign_in'])(
  'the database refuses: %s',
  async (statement) => {
    await signIn(attempt('anyone', 'not the password'))
    await expect((await database()).$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
  },
)
