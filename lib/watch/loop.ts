import { reportBug } from '@/lib/errors'

/** Does one thing after the other until there is none left, or it is to stop: what is not done then stays due. Returns how many it did. */
export async function whileAny(doOne: () => Promise<boolean>, stopping?: AbortSignal): Promise<number> {
  let done = 0
  while (!stopping?.aborted && (await doOne())) done++
  return done
}

/**
 * A loop that runs one round at a time: a kick during a round makes one more after it. `stop` aborts the signal that each round is given, and
 * resolves when the round under way is over.
 */
export function loop(round: (stopping: AbortSignal) => Promise<unknown>) {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> | null = null
  let again = false
  const run = async () => {
    do {
      again = false
      await round(signal).catch((error: unknown) => reportBug(error))
    } while (again && !signal.aborted)
    running = null
  }
  return {
    kick: () => {
      if (signal.aborted) return
      if (running) again = true
      else running = run()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
