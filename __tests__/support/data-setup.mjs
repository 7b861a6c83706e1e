import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'

const root = resolve(import.meta.dirname, '../..')

/** Fingerprint of whatever decides how an empty migrated database looks. */
function templateHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json')))
  const migrations = join(root, 'prisma/migrations')
  for (const name of readdirSync(migrations).sort()) {
    const sql = join(migrations, name, 'migration.sql')
    if (existsSync(sql)) hash.update(name).update(readFileSync(sql))
  }
  return hash.digest('hex').slice(0, 16)
}

function makeTemplate(args, env) {
  execFileSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '__tests__/support/make-template.ts', ...args],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] },
  )
}

async function startPostgres() {
  const child = spawn(process.execPath, [join(root, '__tests__/support/postgres-server.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, url: JSON.parse(line).url }
  }
  throw new Error('The PostgreSQL server for the tests did not start; its own words are above.')
}

/** Makes the template database on the server, once for each state of the migrations. */
async function prepareServer(url) {
  const template = `dyadwatch_template_${templateHash()}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
  if (!rowCount) {
    const making = `${template}_${process.pid}`
    await client.query(`CREATE DATABASE "${making}"`)
    makeTemplate(['server'], { DATABASE_URL: Object.assign(new URL(url), { pathname: `/${making}` }).href })
    await client.query(`ALTER DATABASE "${making}" RENAME TO "${template}"`)
  }
  await client.end()
  process.env.TEST_DATABASE_URL = url
  process.env.TEST_TEMPLATE = template
}

function prepareEmbedded() {
  const file = join(tmpdir(), `dyadwatch-template-${templateHash()}.tar`)
  if (!existsSync(file)) makeTemplate(['embedded', file], { DATABASE_URL: '' })
  process.env.TEST_TEMPLATE = file
}

/**
 * Before the data tests: a migrated, empty database to copy, on the engine that TEST_ENGINE names (`embedded` or `server`). The
 * server is the one at TEST_DATABASE_URL, or one started for this run.
 */
export default async function setup() {
  process.env.TEST_ENGINE ||= 'embedded'
  const engine = process.env.TEST_ENGINE
  if (engine === 'embedded') return prepareEmbedded()
  if (engine !== 'server') throw new Error(`TEST_ENGINE must be embedded or server, not ${engine}`)
  if (!process.env.TEST_DATABASE_URL) {
    const { child, url } = await startPostgres()
    globalThis.dyadwatchTestPostgres = child
    process.env.TEST_DATABASE_URL = url
  }
  await prepareServer(process.env.TEST_DATABASE_URL)
}
