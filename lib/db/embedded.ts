import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { lockDataFolder } from './data-folder-lock'

/**
 * Opens the embedded PostgreSQL of a data folder, making it first where there is none. A new one is made under another name
 * and renamed when complete: a killed first start leaves no half database behind. Takes the folder's lock.
 * @throws Error when another process has the folder.
 */
export async function openEmbedded(dataDir: string): Promise<PGlite> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  lockDataFolder(dataDir)
  const path = join(dataDir, 'postgres')
  if (!existsSync(path)) {
    for (const name of readdirSync(dataDir)) {
      if (name.startsWith('postgres.new-')) rmSync(join(dataDir, name), { recursive: true, force: true })
    }
    const fresh = `${path}.new-${process.pid}`
    const maker = await PGlite.create(fresh)
    await maker.close()
    renameSync(fresh, path)
  }
  return PGlite.create(path)
}
