import { startScheduling } from '@/lib/briefings/background'
import { closeStore } from '@/lib/db/client'
import { startWatching } from '@/lib/watch/background'

/*
 * One process of a test with several: works for the rules and the schedules of the record at DATABASE_URL as a server does, until it is told to stop by
 * SIGTERM, or is killed. Prints a line once it is at work.
 */
async function main(): Promise<void> {
  const stopWatching = await startWatching()
  const stopScheduling = startScheduling()
  // What works for them keeps no process alive by itself.
  const alive = setInterval(() => undefined, 1000)
  process.once('SIGTERM', async () => {
    await Promise.all([stopWatching(), stopScheduling()])
    await closeStore()
    clearInterval(alive)
  })
  console.log('at work')
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
