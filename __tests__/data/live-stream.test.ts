import type { Viewer } from '@/lib/auth/viewer'
import { tell } from '@/lib/db/channel'
import { adoptStore, type Store, store } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { liveStream } from '@/lib/live/stream'
import { startFreshDatabase } from '../support/database'
import { viewerWith } from '../support/viewers'

startFreshDatabase()

const hub = () =>
  (globalThis as { dyadwatchLive?: { listeners: Set<unknown>; stop: () => Promise<void> } }).dyadwatchLive

afterAll(() => hub()?.stop())

/** A store that cannot be listened to. */
const deaf = () =>
  ({ pglite: { listen: () => Promise.reject(new Error('The database is not there')) } }) as unknown as Store

async function openStream(viewer: Viewer) {
  const leaving = new AbortController()
  const reader = liveStream(viewer, leaving.signal).getReader()
  return { leave: () => leaving.abort(), read: async () => new TextDecoder().decode((await reader.read()).value) }
}

test('a page hears that there may be news when it comes, and when it is told, until it leaves', async () => {
  const viewer = await viewerWith('viewer')
  const { read, leave } = await openStream(viewer)
  expect(await read()).toContain('event: news')
  await inTransaction((tx) => tell(tx, 'inbox_news', viewer.accountId ?? ''))
  expect(await read()).toContain('event: news')
  expect(hub()?.listeners.size).toBe(1)
  leave()
  await new Promise((wait) => setImmediate(wait))
  expect(hub()?.listeners.size).toBe(0)
})

test('a page that cannot be listened for is told so, and nothing of it is left', async () => {
  await hub()?.stop()
  Object.assign(globalThis, { dyadwatchLive: undefined })
  const viewer = await viewerWith('viewer')
  const whole = await store()
  adoptStore(deaf())
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
  try {
    const { read } = await openStream(viewer)
    await expect(read()).rejects.toThrow('The database is not there')
    expect(jest.getTimerCount()).toBe(0)
    expect(() => jest.advanceTimersByTime(60_000)).not.toThrow()
    expect(hub()?.listeners.size).toBe(0)
    await hub()?.stop()
  } finally {
    jest.useRealTimers()
    adoptStore(whole)
  }
})
