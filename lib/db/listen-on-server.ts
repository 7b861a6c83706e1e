import { Socket } from 'node:net'
import pg from 'pg'
import type { Hearer } from './channel'

const RECONNECT_MS = 2000
/** A server that takes longer to answer is taken for gone. */
const ANSWER_MS = 10_000
/** How often it is asked whether it is still there: a connection can be lost with nothing said, and the system itself finds out after hours. */
const LOOK_MS = 60_000
/** How long a server may take to say goodbye. */
const GOODBYE_MS = 2000

interface Line {
  /** Whether it came to listen: false where the connection could not be made. */
  listens: Promise<boolean>
  close: () => Promise<void>
}

/** One connection that listens on a channel. `onLost` is called once where it is not there, or not any more. */
function openLine(url: string, channel: string, hear: Hearer, onLost: (reason: unknown) => void): Line {
  // The socket is our own, so that it can be taken away from a server that does not answer.
  const socket = new Socket()
  const limits = { connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS }
  const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: ANSWER_MS }
  const client = new pg.Client({ connectionString: url, stream: () => socket, ...limits, ...keepAlive })
  let over = false
  const lose = (reason: unknown) => {
    if (over) return
    over = true
    clearInterval(looking)
    socket.destroy()
    onLost(reason)
  }
  const looking = setInterval(() => void client.query('SELECT 1').catch(lose), LOOK_MS).unref()
  client.on('error', lose)
  client.on('end', () => lose(new Error('The server ended the connection')))
  client.on('notification', ({ payload }) => hear(payload ?? ''))
  const listen = async () => {
    await client.connect()
    await client.query(`LISTEN ${channel}`)
  }
  const listens = listen().then(
    () => true,
    (error: unknown) => {
      lose(error)
      return false
    },
  )
  const close = async () => {
    if (over) return
    over = true
    clearInterval(looking)
    const late = setTimeout(() => socket.destroy(), GOODBYE_MS)
    await client.end()
    clearTimeout(late)
  }
  return { listens, close }
}

/**
 * Listens on a channel of a PostgreSQL server by a connection of its own, which is made again whenever it is lost, until the returned function is
 * called. Resolves when it listens, or when the first try has failed.
 */
export async function listenOnServer(url: string, channel: string, hear: Hearer): Promise<() => Promise<void>> {
  let line: Line | undefined
  let timer: NodeJS.Timeout | undefined
  const connect = async (again: boolean): Promise<void> => {
    line = openLine(url, channel, hear, (reason) => {
      console.warn(
        `Listening on ${channel} failed; it is tried again.`,
        reason instanceof Error ? reason.message : reason,
      )
      timer = setTimeout(() => void connect(true), RECONNECT_MS).unref()
    })
    if ((await line.listens) && again) hear(null)
  }
  await connect(false)
  return async () => {
    clearTimeout(timer)
    await line?.close()
  }
}
