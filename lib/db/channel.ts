import { store } from './client'
import { listenOnServer } from './listen-on-server'
import type { Transaction } from './transaction'

/** What processes tell each other of. `watch_work`: something is pending. `inbox_news`: accounts with news in their inbox. */
export type Channel = 'watch_work' | 'inbox_news'

/** The longest payload that is sent: the database refuses 8,000 bytes. */
const MOST_BYTES = 7000

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
