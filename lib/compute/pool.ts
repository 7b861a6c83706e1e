import 'server-only'
import { availableParallelism } from 'node:os'
import type { TaskAnswer, TaskArgs, TaskName } from './tasks'
import { Threads } from './threads'

/** A thread that has nothing to do is kept a while: its start costs some 0.3 s. */
const IDLE_MS = 60_000
const MOST_WAITING = 256

declare global {
  // Across the copies of this module that the app's bundles hold.
  var dyadwatchPool: Threads | undefined
}

function pool(): Threads {
  globalThis.dyadwatchPool ??= new Threads({
    entry: 'lib/compute/worker.mjs',
    // One core is left to the pages.
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleMs: IDLE_MS,
    mostWaiting: MOST_WAITING,
  })
  return globalThis.dyadwatchPool
}

/**
 * Runs a task in a worker thread, so that no page waits for it but the one that asked.
 * @throws whatever the task throws; Error AbortError when `signal` ends it, which frees the thread at once; DeskError RATE_LIMITED.
 */
export async function runTask<Name extends TaskName>(
  name: Name,
  args: TaskArgs<Name>,
  signal?: AbortSignal,
): Promise<TaskAnswer<Name>> {
  return pool().run({ name, args }, { signal })
}

/** Ends all threads: for programs that are to end, and for tests. */
export async function closePool(): Promise<void> {
  const open = globalThis.dyadwatchPool
  globalThis.dyadwatchPool = undefined
  await open?.end()
}
