import { once } from 'node:events'

/** After the data tests: stops the PostgreSQL server, if this run started it. */
export default async function teardown() {
  const child = globalThis.dyadwatchTestPostgres
  if (!child || child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
