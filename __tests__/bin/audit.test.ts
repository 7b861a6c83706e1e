import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { PGlite } from '@electric-sql/pglite'

const root = resolve(__dirname, '../..')

// Each run starts two node processes and a database; a busy machine takes its time. What is said in which case is tried in
// `__tests__/data/audit-command.test.ts`.
jest.setTimeout(180_000)

let dataDir: string

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dyadwatch-audit-'))
})

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function dyadwatch(...args: string[]) {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: dataDir }
  const child = spawn(process.execPath, [join(root, 'bin/dyadwatch.mjs'), ...args], { cwd: root, env })
  const ended = new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, stdout, stderr }
}

test('from set-up to a seal kept outside, which tells later that a byte was changed', async () => {
  const early = await dyadwatch('audit')
  expect(early).toEqual({
    code: 1,
    stdout: '',
    stderr: 'dyadwatch audit: the database is not set up yet: run `npx dyadwatch setup`\n',
  })
  expect((await dyadwatch('setup')).code).toBe(0)

  const sealed = await dyadwatch('seal')
  const [line, hash] = /^Seal 1 {2}\d{4}-\d\d-\d\dT[\d:.]+Z {2}([0-9a-f]{64})/.exec(sealed.stdout) ?? []
  expect([sealed.code, sealed.stderr]).toEqual([0, ''])
  const holds = await dyadwatch('audit', '--seal', String(hash))
  expect(holds.stdout.split('\n')[0]).toBe(line)
  expect([holds.code, holds.stderr]).toEqual([0, ''])

  const pglite = await PGlite.create(join(dataDir, 'postgres'))
  await pglite.exec(`SET session_replication_role = replica;
    UPDATE incident_revision SET state = jsonb_set(state, '{input,credibility}', '3') WHERE incident_id = 'RA-003'`)
  await pglite.close()
  const changed = await dyadwatch('audit')
  expect(changed.stdout).toMatch(
    /^AZE-RUS \/ RA-003, revision 1: its content does not give its hash \(stored [0-9a-f]{8}…, computed [0-9a-f]{8}…\)\n$/,
  )
  expect([changed.code, changed.stderr]).toEqual([1, ''])
})
