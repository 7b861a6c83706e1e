import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { storeOf } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { schemaEngine } from '@/lib/db/schema-engine'

/** `npm run migration NAME`: writes the SQL that leads from the migrations there are to schema.prisma. */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('usage: npm run migration name_in_small_letters')
  const store = storeOf(await PGlite.create())
  await migrate(store)
  const datamodel = readFileSync('prisma/schema.prisma', 'utf8')
  const engine = await schemaEngine(store.adapter, datamodel)
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files: [{ path: 'schema.prisma', content: datamodel }], configDir: process.cwd() },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: datamodel }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join('prisma/migrations', `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), stdout ?? '')
  console.log(
    `Wrote ${folder}/migration.sql: read it, and add what the schema cannot say (triggers, checks, generated columns).`,
  )
  await store.close()
}

void main(process.argv[2])
