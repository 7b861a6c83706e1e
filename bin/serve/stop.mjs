/** How long each part of a stop may take before the next has its turn all the same. */
const PATIENCE_MS = { background: 30_000, requests: 10_000, rest: 10_000 }

/** Waits for the work. @throws Error when it takes longer, and what it throws itself. */
async function inTime(work, milliseconds) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${milliseconds / 1000} s`)), milliseconds)
  })
  try {
    await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}

async function endWatching() {
  const stopWatching = await globalThis.dyadwatchWatching
  if (typeof stopWatching === 'function') await stopWatching()
}

/** Ends what works in the background, and the streams that would keep their connections open for good. */
async function endBackground() {
  const ends = await Promise.allSettled([globalThis.dyadwatchLive?.stop(), endWatching()])
  const failed = ends.find(({ status }) => status === 'rejected')
  if (failed) throw failed.reason
}

async function closeStore() {
  const store = await globalThis.dyadwatchStore?.catch(() => undefined)
  await store?.close()
}

/** Stops everything in turn, the database last and in any case. Resolves to the exit code: 1 where a part failed or took too long. */
async function stopAll({ server, app, patience }) {
  let code = 0
  const end = (what, milliseconds, work) =>
    inTime(work, milliseconds).catch((error) => {
      console.error(`The stop was not clean. ${what}: ${error?.message ?? error}`)
      code = 1
    })
  setTimeout(() => server.closeAllConnections(), patience.requests).unref()
  const answered = new Promise((resolve) => server.close(resolve))
  await end('What works in the background', patience.background, endBackground)
  server.closeIdleConnections()
  await end('The running requests', patience.requests + patience.rest, () => answered)
  await end('The pages', patience.rest, () => app.close())
  await end('The database', patience.rest, closeStore)
  return code
}

/**
 * Stops on SIGINT and SIGTERM: no new requests, the running ones answered, the database closed, then the end. What hangs or fails on the way
 * is said in a line each and left: a process that goes on for ever would keep the data folder. A second signal ends it at once.
 */
export function stopOnSignal({ server, app, patience = PATIENCE_MS }) {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    process.exit(await stopAll({ server, app, patience }))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
