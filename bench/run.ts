import { spawn } from 'node:child_process'
import type { Store } from '@/lib/db/client'
import { benchAsOf } from './as-of'
import { createDatabase, dyadIds, fillLog } from './big-log'
import { benchBriefing } from './briefing'
import { benchCompare } from './compare'
import { benchSaves } from './desk'
import { type Line, rowOf } from './measure'
import { benchPages } from './pages'
import { benchScoring } from './scoring'
import { benchUncertainty } from './uncertainty'
import { benchWeeks } from './weeks'

/** A throw-away PostgreSQL of the tests' kind. */
async function startServer(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, ['__tests__/support/postgres-server.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}`)))
    child.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString()).url))
  })
  return { url, stop: () => child.kill('SIGTERM') }
}

async function benchAsOfAlone(): Promise<Line[]> {
  const server = await startServer()
  try {
    const store = await createDatabase(server.url, 'revisions')
    const lines = await benchAsOf(store)
    await store.close()
    return lines
  } finally {
    server.stop()
  }
}

/** A thousand dyads with a thousand incidents each, for what pages read of so much. */
async function onBigLog(
  server: { url: string },
  measure: (url: string, big: Store, dyads: string[]) => Promise<Line[]>,
) {
  const big = await createDatabase(server.url, 'big')
  const url = process.env.DATABASE_URL ?? ''
  const dyads = dyadIds(1000)
  console.error('Filling the big log: 1,000,000 incidents, some minutes …')
  await fillLog(big, dyads, 1000)
  const lines = await measure(url, big, dyads)
  await big.close()
  return lines
}

async function benchDatabase(): Promise<Line[]> {
  const server = await startServer()
  try {
    const small = await createDatabase(server.url, 'small')
    const smallDyads = dyadIds(1)
    await fillLog(small, smallDyads, 1000)
    const lines = await onBigLog(server, async (url, big, dyads) => {
      const pages = await benchPages(url, big, dyads[500])
      pages.push(...(await benchCompare(url, big, dyads)), ...(await benchWeeks(url, big, dyads[500])))
      const saves = await benchSaves(small, big, { small: smallDyads, big: dyads })
      return [saves, ...pages]
    })
    await small.close()
    return lines
  } finally {
    server.stop()
  }
}

/** `npm run bench [scoring | uncertainty | database | as-of | briefing]`: prints the table of README. Ratios of one run; the milliseconds are this machine's. */
async function main(part: string | undefined): Promise<void> {
  const asked = (name: string) => part === undefined || part === name
  const lines: Line[] = []
  if (asked('scoring')) lines.push(...(await benchScoring()))
  if (asked('uncertainty')) lines.push(...benchUncertainty())
  if (asked('database')) lines.push(...(await benchDatabase()))
  if (asked('as-of')) lines.push(...(await benchAsOfAlone()))
  if (asked('briefing')) lines.push(...(await benchBriefing()))
  console.log('| what | against | median | median of the base | ratio |\n|---|---|---:|---:|---:|')
  for (const line of lines) console.log(rowOf(line))
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
