const HALF_A_DAY_MS = 12 * 60 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

/**
 * Runs once when a server starts, and never in a build: the stored series are made longer before they run out, the day's
 * seal is made, the rules of watchlists are worked for, and scheduled briefings are made. A failure is logged and tried again, in half a day or in an hour;
 * pages go on with what is stored, which reaches weeks ahead. No request waits for the seal, nor for the rules.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { extendDyads } = await import('@/lib/dyads/extend')
  const { sealToday } = await import('@/lib/seals/daily')
  const { reportBug } = await import('@/lib/errors')
  const { startWatching } = await import('@/lib/watch/background')
  const { startScheduling } = await import('@/lib/briefings/background')
  const extend = () => extendDyads().catch((error: unknown) => reportBug(error))
  const seal = () => sealToday().catch((error: unknown) => reportBug(error))
  await extend()
  setInterval(extend, HALF_A_DAY_MS).unref()
  void seal()
  setInterval(seal, HOUR_MS).unref()
  const shared = globalThis as typeof globalThis & { dyadwatchWatching?: Promise<(() => Promise<void>) | string> }
  // The process that serves ends it before it closes the database.
  shared.dyadwatchWatching ??= startWatching()
    .then((stopWatching) => {
      const stopScheduling = startScheduling()
      return async () => void (await Promise.all([stopWatching(), stopScheduling()]))
    })
    .catch((error: unknown) => reportBug(error))
}
