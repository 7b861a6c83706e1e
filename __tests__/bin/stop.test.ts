import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const stopModule = pathToFileURL(join(resolve(__dirname, '../..'), 'bin/serve/stop.mjs')).href

/** What a server of a test says when its database is closed. */
const CLOSED = 'database closed'

/** A server with nothing behind it but what `parts` puts there, which is told to stop once it listens. */
async function stopped(parts: string) {
  const script = `
    import { createServer } from 'node:http'
    import { stopOnSignal } from ${JSON.stringify(stopModule)}
    globalThis.dyadwatchStore = Promise.resolve({ close: async () => console.log('${CLOSED}') })
    const app = { close: async () => undefined }
    const server = createServer()
    stopOnSignal({ server, app, patience: { background: 300, requests: 300, rest: 300 } })
    ${parts}
    server.listen(0, '127.0.0.1', () => process.kill(process.pid, 'SIGTERM'))`
  const args = ['--input-type=module', '--eval', script]
  const child = spawn(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '' } })
  const ended = new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, stdout: stdout.trim().split('\n'), stderr: stderr.trim() }
}

test('a stop ends what works in the background, and then closes the database', async () => {
  const ended = await stopped(`
    globalThis.dyadwatchLive = { stop: async () => console.log('pages told') }
    globalThis.dyadwatchWatching = Promise.resolve(async () => console.log('work ended'))`)
  expect(ended).toEqual({ code: 0, stdout: ['pages told', 'work ended', CLOSED], stderr: '' })
})

test.each([
  ['never starts', 'new Promise(() => {})'],
  ['never ends', 'Promise.resolve(() => new Promise(() => {}))'],
])('what %s in the background keeps neither the database open nor the process alive', async (_, watching) => {
  const { code, stdout, stderr } = await stopped(`globalThis.dyadwatchWatching = ${watching}`)
  expect({ code, stdout }).toEqual({ code: 1, stdout: [CLOSED] })
  expect(stderr).toBe('The stop was not clean. What works in the background: not done in 0.3 s')
})

test('what throws as it is stopped keeps nothing else from being stopped', async () => {
  const { code, stdout, stderr } = await stopped(`
    globalThis.dyadwatchLive = { stop: async () => { throw new Error('no such page') } }
    globalThis.dyadwatchWatching = Promise.resolve(async () => console.log('work ended'))
    app.close = () => { throw new Error('no such app') }`)
  expect({ code, stdout }).toEqual({ code: 1, stdout: ['work ended', CLOSED] })
  expect(stderr.split('\n')).toEqual([
    'The stop was not clean. What works in the background: no such page',
    'The stop was not clean. The pages: no such app',
  ])
})

test('a database that does not close is left, for its process ends', async () => {
  const { code, stderr } = await stopped(
    'globalThis.dyadwatchStore = Promise.resolve({ close: () => new Promise(() => {}) })',
  )
  expect(code).toBe(1)
  expect(stderr).toBe('The stop was not clean. The database: not done in 0.3 s')
})
