import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { setUp, startServer, type TestServer } from './server'

declare global {
  var dyadwatchTestServer: TestServer | undefined
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function placesToLook(): string[] {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC_PLACES]
}

function findChromium(): string {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
  const found = named || placesToLook().find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'The browser tests need Chromium. On Debian: apt-get install --no-install-recommends chromium (.ci/run does it). Elsewhere set CHROMIUM_PATH to a Chromium or Chrome.',
  )
}

function buildOnce(): void {
  execFileSync(process.execPath, [resolve(__dirname, 'test-build.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
}

/** Fills the data folder with what no page can write: a record of months past, and what others coded. */
function fill(script: string, dataDir: string): void {
  const args = ['--conditions=react-server', '--import', 'tsx', resolve(__dirname, script)]
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: dataDir }
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
}

async function startDesk(dataDir: string): Promise<string> {
  buildOnce()
  const { code, output } = await setUp({ dataDir })
  if (code !== 0) throw new Error(`dyadwatch setup failed:\n${output}`)
  fill('make-history.ts', dataDir)
  fill('make-sample.ts', dataDir)
  const server = await startServer({ dataDir })
  globalThis.dyadwatchTestServer = server
  return server.url
}

/**
 * Before the browser tests: the production build, a data folder with the case, and one server for all of them. Or, where WEB_URL and
 * WEB_DATA_DIR name one, a server that runs already.
 */
export default async function setup(): Promise<void> {
  process.env.CHROMIUM_PATH = findChromium()
  const folder = mkdtempSync(join(tmpdir(), 'dyadwatch-web-'))
  process.env.WEB_FOLDER = folder
  process.env.WEB_DATA_DIR ||= join(folder, 'data')
  process.env.WEB_URL ||= await startDesk(process.env.WEB_DATA_DIR)
}
