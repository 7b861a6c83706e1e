import { renameSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { openServer, storeOf } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'

/*
 * Makes the migrated, empty database that every data test copies: `embedded FILE` dumps one to a file, `server` migrates the
 * database that DATABASE_URL names. A process of its own, for jest would keep its copy of the schema engine for each file.
 */

async function makeEmbedded(file: string): Promise<void> {
  const pglite = await PGlite.create()
  const opened = storeOf(pglite)
  await migrate(opened)
  const dump = await pglite.dumpDataDir('none')
  // Under another name until complete: two test runs may make it at once.
  const part = `${file}.part-${process.pid}`
  writeFileSync(part, Buffer.from(await dump.arrayBuffer()))
  renameSync(part, file)
  await opened.close()
}

async function makeServer(): Promise<void> {
  const opened = openServer(process.env.DATABASE_URL ?? '')
  await migrate(opened)
  await opened.close()
}

async function main(): Promise<void> {
  const [engine, file] = process.argv.slice(2)
  if (engine === 'embedded' && file) await makeEmbedded(file)
  else if (engine === 'server') await makeServer()
  else throw new Error('usage: make-template embedded FILE | server')
  // The schema engine leaves a timer behind that would keep the process waiting for ten seconds.
  process.exit(0)
}

void main()
