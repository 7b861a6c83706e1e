import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/*
 * What must be in place before the project can run: packages, generated client, build. Each is made only when what it is made from
 * changed since; a stamp beside the result keeps the fingerprint. Plain Node: nothing is installed yet when this runs.
 */

/** The project's root folder. */
export const root = resolve(import.meta.dirname, '..')

/** The program as run by Node from the installed packages, with no shell between. */
export const NEXT = 'node_modules/next/dist/bin/next'
export const PRISMA = 'node_modules/prisma/build/index.js'

/** Neither tool may report from a machine that keeps other people's incidents. */
const NO_TELEMETRY = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }

/** Everything that `next build` reads. */
const BUILD_INPUTS = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]

/** Files under the paths, sorted; a path that does not exist has none. */
function filesUnder(paths) {
  return paths.flatMap((path) => {
    const absolute = join(root, path)
    if (!existsSync(absolute)) return []
    if (!statSync(absolute).isDirectory()) return [path]
    return filesUnder(
      readdirSync(absolute)
        .sort()
        .map((name) => `${path}/${name}`),
    )
  })
}

/** Hash of the files' names and contents and of `more`. */
function fingerprint(paths, more = []) {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.platform, process.arch, ...more]))
  for (const file of filesUnder(paths)) {
    const content = readFileSync(join(root, file))
    hash.update(`\0${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Runs a program of the project to its end, in the root folder. Resolves to its exit code: 1 when a signal ended it.
 * `env` is added to the environment.
 */
export function run(command, args, { env = {}, stdio = 'inherit' } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...NO_TELEMETRY, ...env }, stdio })
    child.on('error', fail)
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** Runs a script by this Node. */
export const runNode = (args, options) => run(process.execPath, args, options)

/** Makes what `stamp` stands for, unless it was made from the same. Returns whether it had to; throws when that failed. */
async function keepFresh({ stamp, mark, result = stamp, make, doing }) {
  const path = join(root, stamp)
  if (existsSync(path) && existsSync(join(root, result)) && readFileSync(path, 'utf8') === mark) return false
  const started = Date.now()
  console.log(`${doing} …`)
  if ((await make()) !== 0) throw new Error(`${doing}: failed, see above.`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, mark)
  console.log(`${doing}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return true
}

function npm(args) {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? runNode([script, ...args]) : run('npm', args)
}

/** Installs the packages of package-lock.json, when they are not those that are there. */
export function installPackages() {
  return keepFresh({
    doing: 'Installing packages',
    stamp: 'node_modules/.dyadwatch-install',
    mark: fingerprint(['package-lock.json', '.npmrc']),
    make: () => npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  })
}

/** Generates the database client from prisma/schema.prisma, when that changed. */
export function generateClient() {
  return keepFresh({
    doing: 'Generating the database client',
    stamp: 'lib/db/generated/.dyadwatch-schema',
    result: 'lib/db/generated/client.ts',
    mark: fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']),
    make: () => runNode([PRISMA, 'generate'], { stdio: ['ignore', 'ignore', 'inherit'] }),
  })
}

/**
 * Builds the app into `folder`, when anything it is built from changed. The key that encrypts the arguments of server actions becomes
 * part of the build, so another key is another build.
 */
export function buildApp(folder) {
  return keepFresh({
    doing: 'Building the app',
    stamp: `${folder}/dyadwatch-build`,
    result: `${folder}/BUILD_ID`,
    mark: fingerprint(BUILD_INPUTS, [process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '']),
    make: () => runNode([NEXT, 'build'], { env: { NEXT_DIST_DIR: folder, NODE_ENV: 'production' } }),
  })
}
