import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between a client and a PostgreSQL server, and can fall silent with every connection left open, as where a network is cut. */
export interface SilentProxy {
  url: string
  /** Nothing more comes through what is connected now; what connects from now on is taken and hears nothing. */
  silence: () => void
  /** What connects from now on gets through again. What is silent stays so. */
  speak: () => void
  /** How many of its clients have not hung up. */
  connected: () => number
  stop: () => Promise<void>
}

/** Starts a proxy before the server at the address. */
export async function startSilentProxy(url: string): Promise<SilentProxy> {
  const { hostname, port } = new URL(url)
  const clients = new Set<Socket>()
  const silent = new Set<Socket>()
  let isSilent = false
  const proxy = createServer({ allowHalfOpen: true }, (client) => {
    clients.add(client)
    client.on('error', () => undefined)
    if (isSilent) silent.add(client)
    const server = connect(Number(port), hostname)
    server.on('error', () => undefined)
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (chunk) => silent.has(client) || to.write(chunk))
      from.on('end', () => silent.has(client) || to.end())
    }
    pass(client, server)
    pass(server, client)
    client.on('close', () => {
      clients.delete(client)
      server.destroy()
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`
  return {
    url: Object.assign(new URL(url), { host }).href,
    silence: () => {
      isSilent = true
      for (const client of clients) silent.add(client)
    },
    speak: () => {
      isSilent = false
    },
    connected: () => [...clients].filter(({ readableEnded }) => !readableEnded).length,
    stop: async () => {
      for (const client of clients) client.destroy()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
