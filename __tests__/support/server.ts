import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Role } from '@/lib/auth/permissions'

const ROOT = resolve(__dirname, '../..')
const READY = /Dyadwatch is ready on (\S+)/
const START_PATIENCE_MS = 60_000

export interface ServerOptions {
  dataDir: string
  /** 0, the default, takes any free one. */
  port?: number
  env?: Record<string, string>
}

export interface TestServer {
  url: string
  pid: number
  /** Everything it printed. */
  output: () => string
  /** Sends a signal and waits for the end. Resolves to the exit code, null where the signal ended it. */
  kill: (signal: NodeJS.Signals) => Promise<number | null>
  /** Asks it to stop, and waits. */
  stop: () => Promise<number | null>
}

export interface Ended {
  code: number | null
  output: string
}

function start(script: string[], { dataDir, port = 0, env = {} }: ServerOptions) {
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      DATABASE_URL: '',
      APP_URL: '',
      DATA_DIR: dataDir,
      PORT: String(port),
      NEXT_DIST_DIR: '.next-test',
      ...env,
    },
  })
  const lines: string[] = []
  const output = () => lines.join('')
  child.stdout.on('data', (chunk) => lines.push(String(chunk)))
  child.stderr.on('data', (chunk) => lines.push(String(chunk)))
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  return { child, output }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Prepares a data folder: `dyadwatch setup`, to its end. */
export async function setUp(options: ServerOptions): Promise<Ended> {
  const { child, output } = start(['bin/dyadwatch.mjs', 'setup'], options)
  return { code: await ended(child), output: output() }
}

/** Starts a production server that is expected to refuse, and waits for its end. */
export async function startRefused(options: ServerOptions): Promise<Ended> {
  const { child, output } = start(['bin/serve.mjs'], options)
  return { code: await ended(child), output: output() }
}

/**
 * Starts a production server of the test build on a data folder that is set up, and waits until it answers.
 * @throws Error with what it printed when it ends instead, or takes longer than a minute.
 */
export async function startServer(options: ServerOptions): Promise<TestServer> {
  const { child, output } = start(['bin/serve.mjs'], options)
  const limit = Date.now() + START_PATIENCE_MS
  while (!READY.test(output())) {
    if (child.exitCode !== null || Date.now() > limit) {
      child.kill('SIGKILL')
      throw new Error(`The server did not start:\n${output()}`)
    }
    await new Promise((wait) => setTimeout(wait, 20))
  }
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended(child)
  }
  return { url: READY.exec(output())?.[1] ?? '', pid: child.pid ?? 0, output, kill, stop: () => kill('SIGTERM') }
}

/** Login and password of a role's first account, from the file that `setup` wrote. */
export function firstAccount(dataDir: string, role: Role): { login: string; password: string } {
  const file = join(dataDir, 'accounts.txt')
  const line = new RegExp(`^${role} +(\\S+)$`, 'm').exec(readFileSync(file, 'utf8'))
  if (!line) throw new Error(`${file} has no account of the role ${role}`)
  return { login: role, password: line[1] }
}
