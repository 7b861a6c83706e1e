import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@/lib/auth/permissions'
import { adoptStore, closeStore, database, openServer } from '@/lib/db/client'
import { httpClient, sessionCookie } from '../support/http-client'
import { httpDesk } from '../support/http-desk'
import { expectNothingLost } from '../support/nothing-lost'
import { startPostgres, type TestPostgres } from '../support/postgres'
import { firstAccount, setUp, startServer, type TestServer } from '../support/server'
import { type Address, approveAlong, type Desk, type Done, writeAlong } from '../support/writers'

const WRITERS = 40
const APPROVERS = 10
const ROUNDS = 2
const SHARED = ['AZE-GEO', 'ARM-AZE', 'AZE-TUR'].flatMap((dyadId) => [dyadId, dyadId, dyadId])

let folder: string
let dataDir: string
let postgres: TestPostgres
const servers: TestServer[] = []

jest.setTimeout(300_000)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dyadwatch-writers-'))
  dataDir = join(folder, 'data')
  postgres = await startPostgres()
  const options = { dataDir, env: { DATABASE_URL: postgres.url } }
  const { code, output } = await setUp(options)
  if (code !== 0) throw new Error(output)
  servers.push(...(await Promise.all([startServer(options), startServer(options)])))
  adoptStore(openServer(postgres.url))
}, 180_000)

afterAll(async () => {
  await closeStore()
  await Promise.all(servers.map((server) => server.kill('SIGKILL')))
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** People of a role, half of them at each server, all with one session. */
async function peopleOf(role: Role): Promise<(index: number) => Desk> {
  const cookie = await sessionCookie(servers[0].url, firstAccount(dataDir, role))
  return (index) => httpDesk(httpClient(servers[index % servers.length].url, cookie))
}

test('fifty people at two servers lose no update, and nobody sees a deadlock or a failure', async () => {
  const [writer, reviewer, admin] = [await peopleOf('analyst'), await peopleOf('reviewer'), await peopleOf('admin')]
  const before = await (await database()).incidentRevision.count()
  const shared: Address[] = []
  for (const [index, dyadId] of SHARED.entries()) shared.push(await writer(index).log(dyadId, `Shared ${index}`))
  const work = (name: string) => ({ shared, rounds: ROUNDS, name })
  const all: Promise<Done[]>[] = [
    ...Array.from({ length: WRITERS }, (_, n) => writeAlong(writer(n), work(`writer${n}`))),
    ...Array.from({ length: APPROVERS }, (_, n) =>
      approveAlong((n % 4 < 2 ? reviewer : admin)(n), work(`approver${n}`)),
    ),
  ]
  const done = (await Promise.all(all)).flat()
  const count = (action: Done['action']) => done.filter((entry) => entry.action === action).length
  expect([count('created'), count('edited')]).toEqual([WRITERS * ROUNDS, WRITERS * ROUNDS])
  expect(count('approved')).toBeGreaterThan(0)
  const after = await (await database()).incidentRevision.count()
  expect(after - before).toBe(shared.length + done.length)
  await expectNothingLost(done, shared)
  expect(servers.map((server) => server.output()).join('')).not.toContain('[bug')
})

test('two servers that start on one day make one daily seal', async () => {
  const seals = await (await database()).seal.findMany()
  expect(seals.length).toBeGreaterThan(0)
  expect(seals.every(({ kind }) => kind === 'daily')).toBe(true)
  // Midnight may have come meanwhile.
  expect(new Set(seals.map(({ dailyDay }) => String(dailyDay))).size).toBe(seals.length)
})
