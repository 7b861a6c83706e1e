const HALF_A_DAY_MS = 12 * 60 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

/**
 * Runs once when a server starts, and never in a build: the stored series are made longer before they run out, and the day's
 * seal is made. A failure is logged and tried again, in half a day or in an hour; pages go on with what is stored, which
 * reaches weeks ahead. No request waits for the seal.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { extendDyads } = await import('@/lib/dyads/extend')
  const { sealToday } = await import('@/lib/seals/daily')
  const { reportBug } = await import('@/lib/errors')
  const extend = () => extendDyads().catch((error: unknown) => reportBug(error))
  const seal = () => sealToday().catch((error: unknown) => reportBug(error))
  await extend()
  setInterval(extend, HALF_A_DAY_MS).unref()
  void seal()
  setInterval(seal, HOUR_MS).unref()
}
