import { listen } from '@/lib/db/channel'

/** One open browser page of a person. */
export interface Listener {
  accountId: string
  /** There may be news in their inbox. */
  news: () => void
  /** The desk stops. */
  end: () => void
}

interface Hub {
  listeners: Set<Listener>
  listening?: Promise<() => Promise<void>>
  stop: () => Promise<void>
}

// One hub a process: bundling makes several copies of this module.
const shared = globalThis as typeof globalThis & { dyadwatchLive?: Hub }

function hub(): Hub {
  if (shared.dyadwatchLive) return shared.dyadwatchLive
  const made: Hub = {
    listeners: new Set(),
    stop: async () => {
      for (const { end } of [...made.listeners]) end()
      await (await made.listening)?.()
    },
  }
  shared.dyadwatchLive = made
  return made
}

/** Tells the pages of the accounts that a payload names; all of them where some may have been missed. */
function spread(payload: string | null): void {
  const named = payload === null ? null : new Set(payload.split(','))
  for (const { accountId, news } of hub().listeners) if (named === null || named.has(accountId)) news()
}

/**
 * Adds an open page, until the returned function is called. All pages of a process share one listener on the database.
 * @throws Error when the database cannot be listened to; the page is not added then.
 */
export async function joinLive(listener: Listener): Promise<() => void> {
  const live = hub()
  live.listeners.add(listener)
  live.listening ??= listen('inbox_news', spread).catch((error: unknown) => {
    live.listening = undefined
    throw error
  })
  const leave = () => live.listeners.delete(listener)
  try {
    await live.listening
  } catch (error) {
    leave()
    throw error
  }
  return leave
}
