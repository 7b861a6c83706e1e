import { loop } from '@/lib/watch/loop'
import { runDue } from './runs'

/** A briefing that is due at seven is begun by a quarter of a minute past. */
const LOOK_MS = 15_000

/**
 * Starts what makes scheduled briefings in this process. It can be killed anywhere and run in several processes: what is due, and
 * what was made of it, stands in the database. The returned function ends it; a briefing under way is begun again later.
 */
export function startScheduling(): () => Promise<void> {
  const making = loop(runDue)
  const timer = setInterval(() => making.kick(), LOOK_MS).unref()
  making.kick()
  return async () => {
    clearInterval(timer)
    await making.stop()
  }
}
