import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** A PostgreSQL server of a test's own. */
export interface TestPostgres {
  url: string
  stop: () => Promise<void>
}

/**
 * Starts a real PostgreSQL for one test file. Nothing of it is kept.
 * @throws Error when it does not start; its own words go to the test's stderr.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const script = resolve(__dirname, 'postgres-server.mjs')
  const env = { ...process.env, NODE_OPTIONS: '' }
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'], env })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const { url }: { url: string } = JSON.parse(line)
    return { url, stop }
  }
  throw new Error('The PostgreSQL server for the test did not start.')
}
