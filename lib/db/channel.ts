import pg from 'pg'
import { store } from './client'
import type { Transaction } from './transaction'

/** What processes tell each other of. `watch_work`: something is pending. `inbox_news`: accounts with news in their inbox. */
export type Channel = 'watch_work' | 'inbox_news'

/** The longest payload that is sent: the database refuses 8,000 bytes. */
const MOST_BYTES = 7000
const RECONNECT_MS = 2000

/** Tells every process that listens, this one too, once the transaction is committed; nobody where it is not. */
export async function tell(tx: Transaction, channel: Channel, payload = ''): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`
}

/** Tells of some ids, in as many messages as they need. */
export async function tellIds(tx: Transaction, channel: Channel, ids: Iterable<string>): Promise<void> {
  let line = ''
  for (const id of new Set(ids)) {
    if (line.length + id.length + 1 > MOST_BYTES) {
      await tell(tx, channel, line)
      line = ''
    }
    line = line === '' ? id : `${line},${id}`
  }
  if (line !== '') await tell(tx, channel, line)
}

/** What a listener hears: a payload, or null when it was deaf for a while and may have missed some. */
export type Hearer = (payload: string | null) => void

/**
 * Listens until the returned function is called. On a server by a connection of its own, which is made again when it breaks;
 * the embedded database tells its own process.
 */
export async function listen(channel: Channel, hear: Hearer): Promise<() => Promise<void>> {
  const { pglite, url } = await store()
  if (pglite) return pglite.listen(channel, hear)
  return listenOnServer(url ?? '', channel, hear)
}

async function listenOnServer(url: string, channel: Channel, hear: Hearer): Promise<() => Promise<void>> {
  let ended = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  const connect = async (again: boolean): Promise<void> => {
    if (ended) return
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    client = fresh
    let broken = false
    const retry = () => {
      if (broken || ended) return
      broken = true
      void fresh.end().catch(() => undefined)
      timer = setTimeout(() => void connect(true), RECONNECT_MS)
      timer.unref()
    }
    fresh.on('error', retry)
    fresh.on('end', retry)
    fresh.on('notification', ({ payload }) => hear(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${channel}`)
      if (again) hear(null)
    } catch (error) {
      console.warn(`Listening on ${channel} failed; it is tried again.`, error instanceof Error ? error.message : error)
      retry()
    }
  }
  await connect(false)
  return async () => {
    ended = true
    clearTimeout(timer)
    await client?.end()
  }
}
