import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { setUp } from './server'
import { TEMPLATE } from './web-desk'

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

/** A data folder as a file of browser tests finds it: the case, a record of months past, and a drawn sample. */
async function makeTemplate(dataDir: string): Promise<void> {
  const { code, output } = await setUp({ dataDir })
  if (code !== 0) throw new Error(`dyadwatch setup failed:\n${output}`)
  fill('make-history.ts', dataDir)
  fill('make-sample.ts', dataDir)
  fill('make-briefings.ts', dataDir)
}

/** Before the browser tests: the production build, and the data folder that each file gets a copy of. */
export default async function setup(): Promise<void> {
  process.env.CHROMIUM_PATH = findChromium()
  const folder = mkdtempSync(join(tmpdir(), 'dyadwatch-web-'))
  process.env.WEB_FOLDER = folder
  buildOnce()
  await makeTemplate(join(folder, TEMPLATE))
}
