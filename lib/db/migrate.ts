import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import type { Store } from './client'
import { LOCKS } from './locks'
import { schemaEngine } from './schema-engine'
import { withWholeScripts } from './whole-scripts'

const FOLDER = 'prisma/migrations'
const NO_FILTER = { externalTables: [], externalEnums: [] }

function listMigrations(upTo: string | undefined) {
  const folder = join(process.cwd(), FOLDER)
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map((entry) => entry.name)
      .filter((name) => upTo === undefined || name <= upTo)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
        },
      })),
  }
}

/**
 * Applies the migrations that the database lacks, in Prisma's own format and bookkeeping, and returns their names.
 * On a server an advisory lock keeps two starting processes apart. `upTo` stops after that one, as an older product did.
 * @throws Error when a migration fails or the history does not fit the folder.
 */
export async function migrate(opened: Store, { upTo }: { upTo?: string } = {}): Promise<string[]> {
  if (opened.url === undefined) return applyTo(opened.adapter, upTo)
  return withAdvisoryLock(opened.url, (pool, client) => applyTo(withWholeScripts(new PrismaPg(pool), client), upTo))
}

async function applyTo(adapter: SqlMigrationAwareDriverAdapterFactory, upTo?: string): Promise<string[]> {
  const engine = await schemaEngine(adapter, readFileSync(join(process.cwd(), 'prisma/schema.prisma'), 'utf8'))
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: listMigrations(upTo),
      filters: NO_FILTER,
    })
    return appliedMigrationNames
  } finally {
    engine.free()
  }
}

async function withAdvisoryLock<T>(url: string, run: (pool: pg.Pool, client: pg.PoolClient) => Promise<T>): Promise<T> {
  // The engine never closes what it opens, so it gets a pool that ends with the work.
  const pool = new pg.Pool({ connectionString: url })
  try {
    const client = await pool.connect()
    try {
      await client.query('SELECT pg_advisory_lock($1)', [LOCKS.migrations])
      return await run(pool, client)
    } finally {
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}
