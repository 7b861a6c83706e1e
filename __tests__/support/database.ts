import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { adoptStore, closeStore, openServer, type Store, storeOf } from '@/lib/db/client'

interface Fresh {
  store: Store
  /** Removes the database, once its store is closed. */
  drop: () => Promise<void>
}

/** Engine that this run of the data tests is on. */
export const engine = process.env.TEST_ENGINE === 'server' ? 'server' : 'embedded'

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the data tests as the jest project "data"`)
  return value
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: setting('TEST_DATABASE_URL') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function openOnServer(template: string | undefined): Promise<Fresh> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`)
  const url = Object.assign(new URL(setting('TEST_DATABASE_URL')), { pathname: `/${name}` }).href
  process.env.DATABASE_URL = url
  return { store: openServer(url), drop: () => onServer(`DROP DATABASE "${name}" WITH (FORCE)`) }
}

async function openInMemory(template: string | undefined): Promise<Fresh> {
  process.env.DATABASE_URL = ''
  const dump = template && new Blob([new Uint8Array(readFileSync(template))])
  const pglite = await PGlite.create(dump ? { loadDataDir: dump } : {})
  return { store: storeOf(pglite), drop: async () => undefined }
}

/**
 * Opens a new database that nobody else has, on this run's engine: migrated and empty, or bare.
 * DATABASE_URL follows it. The caller closes the store, then drops the database.
 */
export function openFreshDatabase(kind: 'migrated' | 'bare'): Promise<Fresh> {
  const template = kind === 'migrated' ? setting('TEST_TEMPLATE') : undefined
  return engine === 'server' ? openOnServer(template) : openInMemory(template)
}

/** Gives the test file that calls it a migrated, empty database as its store, from before its first test till after its last. */
export function startFreshDatabase(): void {
  let fresh: Fresh | undefined
  beforeAll(async () => {
    fresh = await openFreshDatabase('migrated')
    adoptStore(fresh.store)
  }, 120_000)
  afterAll(async () => {
    await closeStore()
    await fresh?.drop()
  })
}
