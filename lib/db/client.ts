import type { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { env } from '@/lib/env'
import { openEmbedded } from './embedded'
import { embeddedAdapter } from './embedded-adapter'
import { PrismaClient } from './generated/client'

export interface Store {
  prisma: PrismaClient
  adapter: SqlMigrationAwareDriverAdapterFactory
  engine: 'embedded' | 'server'
  /** Address of the server; none for the embedded database. */
  url?: string
  /** The embedded database itself; none for a server. */
  pglite?: PGlite
  close: () => Promise<void>
}

// One client a process: bundling and reloads make several copies of this module.
const shared = globalThis as typeof globalThis & { dyadwatchStore?: Promise<Store> }

/** Connects to a PostgreSQL server. */
export function openServer(url: string): Store {
  const adapter = new PrismaPg({ connectionString: url, max: 10 })
  const prisma = new PrismaClient({ adapter })
  return { prisma, adapter, engine: 'server', url, close: () => prisma.$disconnect() }
}

/** Wraps an embedded database that is open already. */
export function storeOf(pglite: PGlite): Store {
  const adapter = embeddedAdapter(pglite)
  const prisma = new PrismaClient({ adapter })
  const close = async () => {
    await prisma.$disconnect()
    await pglite.close()
  }
  return { prisma, adapter, engine: 'embedded', pglite, close }
}

async function open(): Promise<Store> {
  const { DATABASE_URL, dataDir } = env()
  return DATABASE_URL ? openServer(DATABASE_URL) : storeOf(await openEmbedded(dataDir))
}

/**
 * The store of this process, opened at the first call: never while a module is evaluated, for a build evaluates modules in
 * several processes at once.
 * @throws Error when another process has the data folder, or the server cannot be reached.
 */
export function store(): Promise<Store> {
  shared.dyadwatchStore ??= open().catch((error: unknown) => {
    shared.dyadwatchStore = undefined
    throw error
  })
  return shared.dyadwatchStore
}

/** The Prisma client of this process's store. */
export async function database(): Promise<PrismaClient> {
  return (await store()).prisma
}

/** Makes an open store this process's own: the way in for tests and for commands that opened one themselves. */
export function adoptStore(opened: Store): void {
  shared.dyadwatchStore = Promise.resolve(opened)
}

/** Closes the store, if one was opened. */
export async function closeStore(): Promise<void> {
  const open = shared.dyadwatchStore
  shared.dyadwatchStore = undefined
  if (open) await (await open).close()
}
