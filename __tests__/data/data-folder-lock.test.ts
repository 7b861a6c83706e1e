import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { lockDataFolder, unlockDataFolder } from '@/lib/db/data-folder-lock'
import { openEmbedded } from '@/lib/db/embedded'

const children = new Set<ChildProcess>()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dyadwatch-folder-'))
})

afterEach(async () => {
  for (const child of children) await kill(child, 'SIGKILL')
  jest.restoreAllMocks()
  unlockDataFolder(folder)
  rmSync(folder, { recursive: true, force: true })
})

jest.setTimeout(60_000)

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  children.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Starts a process that takes the folder. `says` resolves to its first line. */
function taker(what: 'lock' | 'open'): { child: ChildProcess; says: Promise<string> } {
  const script = '__tests__/support/hold-data-folder.ts'
  const child = spawn(process.execPath, ['--import', 'tsx', script, what, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.add(child)
  const says = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line))
  return { child, says }
}

test('a folder that a living process holds is refused, in words that name the process and the folder', async () => {
  const { child, says } = taker('lock')
  expect(await says).toBe('held')
  expect(() => lockDataFolder(folder)).toThrow(`The data folder ${folder} is in use by process ${child.pid}.`)
})

test('a folder whose process was killed is taken over', async () => {
  const { child, says } = taker('lock')
  expect(await says).toBe('held')
  await kill(child, 'SIGKILL')
  expect(existsSync(join(folder, 'lock'))).toBe(true)
  expect(() => lockDataFolder(folder)).not.toThrow()
})

test('a process that ends by itself gives its folder back', async () => {
  const { child, says } = taker('lock')
  expect(await says).toBe('held')
  const ended = once(child, 'exit')
  child.stdin?.end()
  await ended
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('of several that take over at once exactly one wins', async () => {
  const { child, says } = taker('lock')
  expect(await says).toBe('held')
  await kill(child, 'SIGKILL')
  const answers = await Promise.all([1, 2, 3, 4].map(() => taker('lock').says))
  expect(answers.filter((answer) => answer === 'held')).toHaveLength(1)
  expect(answers.filter((answer) => answer.startsWith('refused: The data folder'))).toHaveLength(3)
})

test('the lock of a process id that came back as another process is taken over', () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.ppid, started: 'another time' }))
  expect(() => lockDataFolder(folder)).not.toThrow()
})

/** A lock that a process in another container, or on another machine, left. */
function lockElsewhere(): string {
  const path = join(folder, 'lock')
  const space = { host: 'another', boot: 'another', ids: 'pid:[1]' }
  writeFileSync(path, JSON.stringify({ pid: process.pid, started: 'another time', space }))
  return path
}

/** Far less than the real half minute. */
const SILENT_MS = 1500

test('a folder that a process elsewhere holds is refused for as long as it touches its lock, and taken over once it does not', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  const path = lockElsewhere()
  const touch = `setInterval(() => fs.utimesSync(process.argv[1], new Date(), new Date()), 300); console.log('touching')`
  const child = spawn(process.execPath, ['-e', touch, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  await once(child.stdout, 'data')
  expect(() => lockDataFolder(folder, SILENT_MS)).toThrow(`The data folder ${folder} is in use by process`)
  await kill(child, 'SIGKILL')
  expect(() => lockDataFolder(folder, SILENT_MS)).not.toThrow()
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid, space: { host: hostname() } })
})

test('a process touches the lock of its folder for as long as it holds it', async () => {
  lockDataFolder(folder)
  const touched = () => statSync(join(folder, 'lock')).mtimeMs
  const before = touched()
  const until = Date.now() + 20_000
  while (touched() === before && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 200))
  expect(touched()).toBeGreaterThan(before)
})

test('the lock of a machine that was started anew since is taken over at once', () => {
  lockDataFolder(folder)
  const path = join(folder, 'lock')
  const own = JSON.parse(readFileSync(path, 'utf8'))
  jest.restoreAllMocks()
  unlockDataFolder(folder)
  writeFileSync(path, JSON.stringify({ ...own, space: { ...own.space, boot: 'the one before' } }))
  expect(() => lockDataFolder(folder, 1_000_000)).not.toThrow()
})

test('a lock file cut short by a crash is taken over', () => {
  writeFileSync(join(folder, 'lock'), '{"pid":')
  expect(() => lockDataFolder(folder)).not.toThrow()
})

test('the process that holds a folder may take it again', () => {
  lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).not.toThrow()
})

test('a database that a killed first start left half made is thrown away and made anew', async () => {
  mkdirSync(join(folder, 'postgres.new-1', 'base'), { recursive: true })
  const opened = await openEmbedded(folder)
  await opened.exec('CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
  await opened.close()
  expect(readdirSync(folder).sort()).toEqual(['lock', 'postgres'])

  const again = await openEmbedded(folder)
  expect((await again.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }])
  await again.close()
})

test('a first start killed in the middle leaves a private folder and nothing that a second start would mistake for a database', async () => {
  rmSync(folder, { recursive: true })
  const { child } = taker('open')
  while (!(existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('postgres')))) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await kill(child, 'SIGKILL')
  expect(existsSync(join(folder, 'postgres'))).toBe(false)
  expect(statSync(folder).mode & 0o077).toBe(0)

  const opened = await openEmbedded(folder)
  expect((await opened.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await opened.close()
})
