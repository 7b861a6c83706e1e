#!/usr/bin/env node
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { root } from './fresh.mjs'
import { tooLarge, trustOnlyTheSocket } from './serve/requests.mjs'
import { stopOnSignal } from './serve/stop.mjs'

/*
 * The production server: Next's own request handler in a process of ours, so that exactly one process owns the data folder, a forged
 * X-Forwarded-For reaches nobody, and a stop closes the database.
 */

/** The settings and the data folder's lock are TypeScript; tsx loads those two and leaves the server's own modules alone. */
async function prepareProcess() {
  const { tsImport } = await import('tsx/esm/api')
  const { env } = await tsImport('../lib/env.ts', import.meta.url)
  const settings = env()
  if (!settings.DATABASE_URL) {
    const { lockDataFolder } = await tsImport('../lib/db/data-folder-lock.ts', import.meta.url)
    lockDataFolder(settings.dataDir)
  }
  return settings
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const sentence = `Port ${port} is in use. Stop what uses it, or set PORT to another one.`
      reject(error.code === 'EADDRINUSE' ? new Error(sentence) : error)
    })
    server.listen({ port, host }, () => resolve(server.address().port))
  })
}

/**
 * Serves the build in `NEXT_DIST_DIR` (`.next`) on `LISTEN_HOST` and `PORT`, until a signal ends it. Resolves to the address when it answers.
 * @throws Error with a sentence for people: wrong settings, the data folder or the port in use.
 */
export async function serve() {
  process.chdir(root)
  process.env.NODE_ENV = 'production'
  const { PORT, LISTEN_HOST, APP_URL, TRUST_PROXY } = await prepareProcess()

  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 })
  const next = createRequire(import.meta.url)('next')
  const app = next({ dev: false, dir: root, hostname: LISTEN_HOST, port: PORT, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  server.on('request', (request, response) => {
    if (tooLarge(request, response)) return
    if (!TRUST_PROXY) trustOnlyTheSocket(request)
    handle(request, response).catch((error) => {
      console.error(error)
      response.destroy()
    })
  })

  const port = await listen(server, PORT, LISTEN_HOST)
  stopOnSignal({ server, app })
  const url = APP_URL ?? `http://localhost:${port}`
  console.log(`Dyadwatch is ready on ${url}`)
  return url
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  serve().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
