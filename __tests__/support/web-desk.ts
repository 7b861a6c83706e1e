import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startServer, type TestServer } from './server'

/*
 * One desk a file: a copy of the data folder that `web-setup.ts` made, and a server on it. So no file sees what another one wrote, and
 * they can run at the same time and in any order.
 */

/** Name, inside of WEB_FOLDER, of the data folder to copy. */
export const TEMPLATE = 'template'

export interface WebDesk {
  /** Holds nothing but the data folder and what the tests of this file put there. */
  folder: string
  dataDir: string
}

/** Copies the template to a folder of its own, which goes with WEB_FOLDER at the latest. */
export function copyDesk(): WebDesk {
  const parent = process.env.WEB_FOLDER
  if (!parent) throw new Error('WEB_FOLDER is not set: run the browser tests as the jest project "web"')
  const folder = mkdtempSync(join(parent, 'desk-'))
  const dataDir = join(folder, 'data')
  cpSync(join(parent, TEMPLATE), dataDir, { recursive: true, preserveTimestamps: true })
  return { folder, dataDir }
}

/** A running server on a copy, and how to be rid of both. */
export async function startDesk(): Promise<WebDesk & { server: TestServer; end: () => Promise<void> }> {
  const desk = copyDesk()
  const server = await startServer({ dataDir: desk.dataDir })
  const end = async () => {
    await server.kill('SIGKILL')
    rmSync(desk.folder, { recursive: true, force: true })
  }
  return { ...desk, server, end }
}
