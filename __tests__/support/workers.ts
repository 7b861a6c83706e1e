import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const ROOT = resolve(__dirname, '../..')
const workers: ChildProcess[] = []

/** Starts a process that works for this file's database on the server; it is at work when this returns. */
export async function startWorker(): Promise<ChildProcess> {
  const script = ['--conditions=react-server', '--import', 'tsx', '__tests__/support/work-along.ts']
  const env = { ...process.env, NODE_OPTIONS: '' }
  const worker = spawn(process.execPath, script, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  workers.push(worker)
  await once(worker.stdout, 'data')
  return worker
}

/** Kills all that were started. */
export function killWorkers(): void {
  for (const worker of workers) worker.kill('SIGKILL')
}
