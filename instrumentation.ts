const HALF_A_DAY_MS = 12 * 60 * 60 * 1000

/**
 * Runs once when a server starts, and never in a build: the stored series are made longer before they run out. A failure is
 * logged and tried again in half a day; pages go on with what is stored, which reaches weeks ahead.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { extendDyads } = await import('@/lib/dyads/extend')
  const { reportBug } = await import('@/lib/errors')
  const extend = () => extendDyads().catch((error: unknown) => reportBug(error))
  await extend()
  setInterval(extend, HALF_A_DAY_MS).unref()
}
