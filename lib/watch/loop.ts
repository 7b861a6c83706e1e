import { reportBug } from '@/lib/errors'

/** A loop that runs one round at a time: a kick during a round makes one more after it. */
export function loop(round: () => Promise<unknown>) {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  const run = async () => {
    do {
      again = false
      await round().catch((error: unknown) => reportBug(error))
    } while (again && !stopped)
    running = null
  }
  return {
    kick: () => {
      if (stopped) return
      if (running) again = true
      else running = run()
    },
    stop: async () => {
      stopped = true
      await running
    },
  }
}
