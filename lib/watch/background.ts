import { listen } from '@/lib/db/channel'
import { deliverDue } from './deliver'
import { loop } from './loop'
import { sweep } from './sweep'
import { workOff } from './work'

const LOOK_MS = 10_000
const SWEEP_MS = 60_000
/** Notes that come this close together are worked off at once: a dyad is judged once for all that was saved meanwhile. */
const GATHER_MS = 250

/**
 * Starts what works for the rules in this process: judging what is pending as soon as it is told of, the sweep, and sending. All
 * of it can be killed anywhere and run in several processes: what is to be done stands in the database. The returned function
 * ends it once what each has in hand is done: a dyad, a message.
 */
export async function startWatching(): Promise<() => Promise<void>> {
  const sending = loop(deliverDue)
  const working = loop(async (stopping) => {
    await workOff(stopping)
    sending.kick()
  })
  const sweeping = loop(sweep)
  let gathering: NodeJS.Timeout | undefined
  const deafen = await listen('watch_work', () => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      working.kick()
    }, GATHER_MS).unref()
  })
  const timers = [
    // Without news too: notes that were put off, and what another process left behind.
    setInterval(() => working.kick(), LOOK_MS),
    setInterval(() => sweeping.kick(), SWEEP_MS),
  ]
  for (const timer of timers) timer.unref()
  sweeping.kick()
  working.kick()
  return async () => {
    for (const timer of timers) clearInterval(timer)
    clearTimeout(gathering)
    // All at once: whichever takes long, the others begin nothing new meanwhile.
    await Promise.all([deafen(), working.stop(), sweeping.stop(), sending.stop()])
  }
}
