import pg from 'pg'
import { listenOnServer } from '@/lib/db/listen-on-server'
import { type SilentProxy, startSilentProxy } from '../support/silent-proxy'

/* A PostgreSQL server that falls silent with the connection open: what listens must neither wait for it nor stay deaf. */

const SECOND = 1000

let proxy: SilentProxy
let teller: pg.Client
let deafen: (() => Promise<void>) | undefined
let heard: (string | null)[] = []

beforeEach(async () => {
  heard = []
  const url = process.env.TEST_DATABASE_URL ?? ''
  proxy = await startSilentProxy(url)
  teller = new pg.Client({ connectionString: url })
  await teller.connect()
  jest.spyOn(console, 'warn').mockImplementation()
  // The sockets are real, and so is what they wait by.
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'Date'] })
})

afterEach(async () => {
  jest.useRealTimers()
  jest.restoreAllMocks()
  await proxy.stop()
  await deafen?.()
  await teller.end()
})

/** Waits for what the network brings, with the timers standing still. */
async function until(isThere: () => boolean): Promise<void> {
  const limit = Date.now() + 20 * SECOND
  while (!isThere()) {
    if (Date.now() > limit) throw new Error(`It never came. Heard: ${JSON.stringify(heard)}`)
    await new Promise((wait) => setImmediate(wait))
  }
}

const listen = () => listenOnServer(proxy.url, 'inbox_news', (payload) => heard.push(payload))
const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * SECOND)
const tell = (payload: string) => teller.query(`SELECT pg_notify('inbox_news', '${payload}')`)

test('a server that takes a connection and says nothing keeps nobody waiting, and is heard once it answers', async () => {
  proxy.silence()
  const listening = listen()
  await until(() => proxy.connected() === 1)
  await pass(10)
  deafen = await listening
  proxy.speak()
  await until(() => proxy.connected() === 0)
  await pass(2)
  await until(() => heard.length === 1)
  await tell('somebody')
  await until(() => heard.length === 2)
  expect(heard).toEqual([null, 'somebody'])
})

test('a connection that is lost in silence is noticed in little more than a minute, and made again', async () => {
  deafen = await listen()
  await tell('first')
  await until(() => heard.length === 1)
  proxy.silence()
  proxy.speak()
  await tell('lost')
  await pass(60)
  await pass(10)
  await until(() => proxy.connected() === 0)
  await pass(2)
  await until(() => heard.length === 2)
  await tell('second')
  await until(() => heard.length === 3)
  expect(heard).toEqual(['first', null, 'second'])
})

test('a connection whose server answers is kept', async () => {
  deafen = await listen()
  for (let minute = 0; minute < 5; minute++) {
    await pass(60)
    await tell(`minute ${minute}`)
    await until(() => heard.length === minute + 1)
  }
  expect(heard).not.toContain(null)
  expect(console.warn).not.toHaveBeenCalled()
})

test('who does not want to hear any more does not wait for a silent server', async () => {
  deafen = await listen()
  proxy.silence()
  const ended = deafen()
  await pass(2)
  await ended
  await until(() => proxy.connected() === 0)
})
